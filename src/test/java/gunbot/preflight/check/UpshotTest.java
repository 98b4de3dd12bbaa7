package gunbot.preflight.check;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Told;
import gunbot.preflight.rhythm.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpshotTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:40:00Z");
    private static final Told NOTHING_REFUSED = told(Facts.NONE);

    @Test
    void fine_nothingInARow() {
        var before = Optional.of(new Remembered(AT, 7, Code.UNREACHABLE));

        assertThat(Upshot.of(before, List.of(key("a", Verdict.READY)), NOTHING_REFUSED))
                .isEqualTo(new Remembered(AT, 0, null));
        assertThat(Upshot.of(before, List.of(key("a", Verdict.ATTENTION, Code.IP_UNRESTRICTED)), NOTHING_REFUSED))
                .isEqualTo(new Remembered(AT, 0, null));
    }

    @Test
    void refused_theExchangesFirstRefusalDecides_andOneMoreInARow() {
        var told = told(Facts.refused(Refusal.of(Code.INVALID_KEY, "x")).with(Refusal.of(Code.UNREACHABLE, "y")));
        var reports = List.of(key("a", Verdict.NOT_READY, Code.EXPIRED));

        assertThat(Upshot.of(Optional.empty(), reports, told)).isEqualTo(new Remembered(AT, 1, Code.INVALID_KEY));
        assertThat(Upshot.of(Optional.of(new Remembered(AT, 4, Code.NONCE)), reports, told))
                .isEqualTo(new Remembered(AT, 5, Code.INVALID_KEY));
    }

    @Test
    void notRefusedButNotReady_theHeaviestFindingDecides() {
        assertThat(Upshot.of(Optional.empty(), List.of(key("a", Verdict.NOT_READY, Code.WITHDRAW_ON)), NOTHING_REFUSED))
                .isEqualTo(new Remembered(AT, 1, Code.WITHDRAW_ON));
    }

    @Test
    void moneyCanBeTakenOut_decidesWhateverElseThereIs() {
        var both = key("a", Verdict.NOT_READY, Code.TRADE_OFF, Code.WITHDRAW_ON);
        var shared = List.of(key("a", Verdict.NOT_READY, Code.READ_OFF), both);
        var told = told(Facts.refused(Refusal.of(Code.RATE_LIMITED, "x")));

        assertThat(Upshot.of(Optional.empty(), List.of(both), NOTHING_REFUSED).decisive())
                .isEqualTo(Code.WITHDRAW_ON);
        assertThat(Upshot.of(Optional.empty(), shared, told).decisive()).isEqualTo(Code.WITHDRAW_ON);
    }

    @Test
    void sharedKey_isHeldUpWhereOneOfItsEntriesIs() {
        var reports = List.of(key("a", Verdict.READY), key("b", Verdict.UNKNOWN, Code.MAINTENANCE));

        assertThat(Upshot.of(Optional.empty(), reports, NOTHING_REFUSED).decisive())
                .isEqualTo(Code.MAINTENANCE);
    }

    @Test
    void judgedAnew_whatHoldsTheKeyUpNow_askedWhenItWas() {
        var fine = new Remembered(AT, 0, null);
        var held = List.of(key("a", Verdict.NOT_READY, Code.EXPIRED));

        assertThat(Upshot.again(fine, held, NOTHING_REFUSED)).isEqualTo(new Remembered(AT, 1, Code.EXPIRED));
        assertThat(Upshot.again(new Remembered(AT, 3, Code.EXPIRED), held, NOTHING_REFUSED))
                .isEqualTo(new Remembered(AT, 3, Code.EXPIRED));
        assertThat(Upshot.again(new Remembered(AT, 3, Code.EXPIRED), List.of(key("a", Verdict.READY)), NOTHING_REFUSED))
                .isEqualTo(fine);
    }

    @Test
    void outage_theBlockerBeforeItIsRemembered_andNothingElse() {
        var later = AT.plusSeconds(60);
        var blocked = Optional.of(new Remembered(AT, 4, Code.WITHDRAW_ON));
        for (var code : List.of(Code.UNREACHABLE, Code.MAINTENANCE, Code.RATE_LIMITED, Code.NO_NETWORK, Code.NONCE)) {
            assertThat(Upshot.remembered(blocked, new Remembered(later, 5, code)))
                    .isEqualTo(new Remembered(later, 5, Code.WITHDRAW_ON));
        }

        for (var now : List.of(new Remembered(later, 5, Code.TRADE_OFF), new Remembered(later, 0, null))) {
            assertThat(Upshot.remembered(blocked, now)).isEqualTo(now);
        }
        var outage = new Remembered(later, 1, Code.UNREACHABLE);
        assertThat(Upshot.remembered(Optional.empty(), outage)).isEqualTo(outage);
        assertThat(Upshot.remembered(Optional.of(new Remembered(AT, 0, null)), outage))
                .isEqualTo(outage);
        assertThat(Upshot.remembered(Optional.of(new Remembered(AT, 3, Code.MAINTENANCE)), outage))
                .isEqualTo(outage);
    }

    private static Told told(Facts facts) {
        return new Told(facts, null, null, 1, 5, AT);
    }
}
