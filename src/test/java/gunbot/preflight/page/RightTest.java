package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.report.KeyView.ScopeView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightTest {

    @ParameterizedTest
    @CsvSource({
        "READ,       REQUIRED,  ON,      GOOD",
        "READ,       REQUIRED,  OFF,     BAD",
        "TRADE_SPOT, REQUIRED,  UNKNOWN, UNSURE",
        "WITHDRAW,   FORBIDDEN, ON,      BAD",
        "WITHDRAW,   FORBIDDEN, OFF,     GOOD",
        "WITHDRAW,   FORBIDDEN, UNKNOWN, UNSURE",
        "TRANSFER,   FORBIDDEN, ON,      LOOK",
        "TRANSFER,   FORBIDDEN, OFF,     GOOD",
        "TRANSFER,   FORBIDDEN, UNKNOWN, QUIET",
        "EARN,       ALLOWED,   ON,      QUIET",
        "EARN,       ALLOWED,   OFF,     QUIET",
    })
    void mark_tellsActualAgainstExpected(Scope scope, Expectation expected, State state, Tone tone) {
        assertThat(Right.tone(new ScopeView(scope, state, Evidence.DECLARED, expected)))
                .isEqualTo(tone);
    }
}
