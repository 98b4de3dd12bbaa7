package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockReadingTest {

    @ParameterizedTest
    @CsvSource({
        // sent, received, told, resolution, skew, uncertainty
        "1000, 1000, 1000, 1, 0, 0",
        "1000, 1200, 1100, 1, 0, 100",
        "1000, 1200, 1000, 1, 100, 100",
        "1000, 1200, 1300, 1, -200, 100",
        "1000, 1001, 1000, 1, 0, 0",
        "1000, 1200, 1000, 1000, -400, 600",
        "1000, 900, 1000, 1, 0, 0",
        "10000, 10000, 0, 1, 10000, 0"
    })
    void of_roundTripAndResolution_skewAndUncertainty(
            long sent, long received, long told, long resolution, long skew, long uncertainty) {
        assertThat(ClockReading.of(sent, received, told, resolution)).isEqualTo(new ClockReading(skew, uncertainty));
    }

    @ParameterizedTest
    @CsvSource({
        // skew, uncertainty, limit, ahead, behind
        "501, 0, 500, true, false",
        "500, 0, 500, false, false",
        "600, 100, 500, false, false",
        "601, 100, 500, true, false",
        "-501, 0, 500, false, true",
        "-500, 0, 500, false, false",
        "-600, 100, 500, false, false",
        "-601, 100, 500, false, true",
        "0, 0, 0, false, false"
    })
    void surely_onlyBeyondTheUncertainty(long skew, long uncertainty, long limit, boolean ahead, boolean behind) {
        var reading = new ClockReading(skew, uncertainty);

        assertThat(reading.surelyAheadBy(limit)).isEqualTo(ahead);
        assertThat(reading.surelyBehindBy(limit)).isEqualTo(behind);
    }

    @Test
    void theirs_oursWithoutTheSkew() {
        assertThat(new ClockReading(300, 50).theirs(1000)).isEqualTo(700);
        assertThat(new ClockReading(-300, 50).theirs(1000)).isEqualTo(1300);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5000",
        "-300, 50, 5000",
        "300, 50, 4650",
        "50, 50, 4900",
        "0, 500, 4500",
        "-400, 500, 4900",
        "51, 50, 4899"
    })
    void nonce_neverLaterThanEitherClock(long skew, long uncertainty, long nonce) {
        assertThat(new ClockReading(skew, uncertainty).nonce(5000)).isEqualTo(nonce);
    }
}
