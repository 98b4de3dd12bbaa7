package gunbot.preflight.exchange.faults;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Way;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals for too many requests, with every pause that an exchange may ask for: it is left alone, but not for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetryAfterTest {
    private Matrix matrix;

    @BeforeAll
    void start() {
        matrix = new Matrix();
    }

    @AfterAll
    void stop() {
        matrix.close();
    }

    /** What is no number of seconds counts as not told: then it is the sheet's time, an hour at the most. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    429 | none                               |    1 |   3600
                    429 | Retry-After: 0                     |    1 |   3600
                    429 | Retry-After: 7                     |    7 |   3600
                    429 | Retry-After: 7200                  | 7200 |   7200
                    429 | Retry-After: 999999999             | 259200 | 259200
                    429 | Retry-After: 99999999999999999999  |    1 | 259200
                    429 | Retry-After: -5                    |    1 |   3600
                    429 | Retry-After: 1e9                   |    1 |   3600
                    429 | Retry-After: soon                  |    1 |   3600
                    429 | Retry-After:                       |    1 |   3600
                    429 | Retry-After: Wed, 21 Oct 2015 07:28:00 GMT | 1 | 3600
                    429 | Retry-After: Fri, 31 Dec 9999 23:59:59 GMT | 1 | 259200
                    429 | Retry-After: 7200\\r\\nRetry-After: 7201 | 7200 | 7201
                    429 | Retry-After: x\\r\\nRetry-After: 9  |    1 |   3600
                    418 | none                               |    1 |   3600
                    418 | Retry-After: 7200                  | 7200 |   7200
                    418 | Retry-After: -5                    |    1 |   3600
                    418 | Retry-After: soon                  |    1 |   3600
                    """)
    void tooManyRequests_leftAloneForAReasonableTime(int status, String header, long least, long most) {
        var lines = "Content-Length: 0" + (header == null ? "" : "\r\n" + header.replace("\\r\\n", "\r\n"));
        var trouble = Trouble.of("limited", Code.RATE_LIMITED, way -> way.send(Way.head(status, lines)));
        for (int n = 1; n <= 2; n++) {
            int nth = n;
            matrix.attempt(each -> nth, KeyState.GOOD, Map.of(), trouble, (each, result, bench, softly) -> {
                softly.assertThat(Matrix.grave(result)).as(each.id()).isEqualTo(Set.of(Code.RATE_LIMITED));
                // some of it is over by now
                softly.assertThat(bench.pauseOf(each.adapter()))
                        .as(each + " is left alone")
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(least > 1000 ? least - 200 : 0))
                        .isLessThanOrEqualTo(Duration.ofSeconds(most));
            });
        }
    }
}
