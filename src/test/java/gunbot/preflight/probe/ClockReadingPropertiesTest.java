package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** However long a question and its answer travel, and whenever the exchange looks at its clock between the two. */
class ClockReadingPropertiesTest {
    private static final long SENT = 1_790_000_000_000L;

    @Property(seed = "20261122", tries = 1000)
    void clocksThatAgree_neverCountAsSkewed(
            @ForAll @IntRange(max = 20_000) int out,
            @ForAll @IntRange(max = 20_000) int back,
            @ForAll @IntRange(min = 1, max = 1000) int resolution) {
        var told = Math.floorDiv(SENT + out, resolution) * resolution;

        var reading = ClockReading.of(SENT, SENT + out + back, told, resolution);

        // halves are cut down to whole milliseconds: two may be lost
        assertThat(Math.abs(reading.skewMillis())).isLessThanOrEqualTo(reading.uncertaintyMillis() + 2);
        assertThat(reading.surelyAheadBy(2)).isFalse();
        assertThat(reading.surelyBehindBy(2)).isFalse();
    }

    @Property(seed = "20261122", tries = 1000)
    void nonce_neverAboveTheSmallerOfBothClocks(
            @ForAll @IntRange(max = 20_000) int out,
            @ForAll @IntRange(max = 20_000) int back,
            @ForAll @LongRange(min = -600_000, max = 600_000) long ahead) {
        var theirsWhenAnswering = SENT + out - ahead;
        var received = SENT + out + back;

        var reading = ClockReading.of(SENT, received, theirsWhenAnswering, 1);
        var nonce = reading.nonce(received);

        assertThat(nonce).isLessThanOrEqualTo(received);
        if (reading.surelyAheadBy(0)) {
            assertThat(nonce).isLessThanOrEqualTo(received - ahead + 2);
        }
    }

    @Property(seed = "20261122", tries = 500)
    void skew_isCountedOnlyBeyondHalfTheRoundTrip(
            @ForAll @IntRange(max = 20_000) int roundTrip, @ForAll @LongRange(min = -60_000, max = 60_000) long skew) {
        var reading = new ClockReading(skew, roundTrip / 2);

        assertThat(reading.counted()).isEqualTo(Math.abs(skew) <= roundTrip / 2 ? 0 : skew);
        assertThat(reading.surelyAheadBy(0) && reading.surelyBehindBy(0)).isFalse();
        assertThat(reading.surelyAheadBy(0) || reading.surelyBehindBy(0)).isEqualTo(reading.counted() != 0);
    }
}
