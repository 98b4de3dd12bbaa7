package gunbot.preflight.drift;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.Wording;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final Instant START = Instant.parse("2026-11-22T08:40:00Z");
    private static final Listing KRAKEN =
            AllExchanges.catalogue().byId("kraken").orElseThrow().listing();
    private static final Facts KNOWN = Facts.NONE
            .with(Scope.READ, on("Query"))
            .with(Scope.WITHDRAW, off())
            .with(bound("203.0.113.7"))
            .with(Expiry.NEVER);

    private final Drift drift = new Drift();
    private final KeyCase key = key("secret");
    private Instant now = START;

    @Test
    void firstAnswer_andTheSameAgain_nothing() {
        assertThat(after(KNOWN)).isEmpty();
        assertThat(after(KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OFF, ON, gained, WARNING", "ON, OFF, lost, INFO"})
    void right_gainedWeighsMoreThanLost(State before, State after, String variant, Severity severity) {
        after(KNOWN.with(Scope.EARN, grant(before)));
        now = now.plusSeconds(1800);

        assertThat(after(KNOWN.with(Scope.EARN, grant(after))))
                .containsExactly(Finding.of(Code.CHANGED)
                        .variant(variant)
                        .as(severity)
                        .with("scope", "EARN")
                        .with("before", "2026-11-22 08:40 UTC")
                        .with("seen", "2026-11-22 09:10 UTC"));
    }

    @Test
    void unknownInBetween_neitherMakesAChangeNorClearsOne() {
        after(KNOWN);
        assertThat(after(Facts.NONE)).isEmpty();
        assertThat(after(Facts.refused(Refusal.of(Code.UNREACHABLE, "timeout"))))
                .isEmpty();

        assertThat(variants(after(KNOWN.with(Scope.WITHDRAW, on("Withdraw"))))).containsExactly("gained");
        assertThat(variants(after(Facts.NONE))).containsExactly("gained");
        assertThat(variants(after(KNOWN.with(Scope.WITHDRAW, on("Withdraw"))))).containsExactly("gained");
    }

    @Test
    void rightThatBecomesKnown_isNoChange() {
        after(KNOWN);

        assertThat(after(KNOWN.with(Scope.TRADE_SPOT, on("Trade")))).isEmpty();
    }

    @Test
    void boxWithinARight_tickedOrNot_ofDeclaredRightsAlone() {
        after(KNOWN);

        assertThat(after(KNOWN.with(Scope.READ, on("Query", "Export"))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.variant()).isEqualTo("box-gained");
                    assertThat(change.severity()).isEqualTo(Severity.WARNING);
                    assertThat(change.values()).containsEntry("boxes", "\"Export\"");
                });
        now = now.plus(Duration.ofDays(2));
        assertThat(after(KNOWN.with(Scope.READ, new Grant(State.ON, Evidence.INFERRED, List.of("Other"), List.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    203.0.113.7             | 203.0.113.7 203.0.113.8     | addresses-more | WARNING
                    203.0.113.7             | 203.0.113.0/24              | addresses-more | WARNING
                    203.0.113.7             | 198.51.100.1                | addresses-more | WARNING
                    203.0.113.0/24          | 203.0.113.7                 | addresses-less | INFO
                    203.0.113.7 203.0.113.8 | 203.0.113.7                 | addresses-less | INFO
                    203.0.113.7 203.0.113.8 | 203.0.113.8 203.0.113.7     |                |
                    2001:db8::1             | 2001:0db8:0:0:0:0:0:1       |                |
                    203.**.113              | 203.**.113                  |                |
                    203.**.113              | 203.**.113 198.**.7         | addresses-more | WARNING
                    """)
    void addressList_loosenedOrNot(String before, String after, String variant, Severity severity) {
        after(KNOWN.with(bound(before.split(" "))));
        var changes = after(KNOWN.with(bound(after.split(" "))));

        if (variant == null) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.variant()).isEqualTo(variant);
                assertThat(change.severity()).isEqualTo(severity);
                assertThat(change.values()).containsKeys("from", "to", "before", "seen");
            });
        }
    }

    @Test
    void listNoLongerTold_orOnlyInPart_isComparedWithTheLastWholeOne() {
        after(KNOWN);
        assertThat(after(KNOWN.with(new IpRestriction(State.ON, List.of())))).isEmpty();
        assertThat(after(KNOWN.with(bound("198.51.100.1", "(hidden)")))).isEmpty();

        assertThat(variants(after(KNOWN.with(bound("198.51.100.1"))))).containsExactly("addresses-more");
    }

    @Test
    void bindingTakenOffAndPutBack_bothAreTold_theNewestFirst() {
        after(KNOWN);
        var off = after(KNOWN.with(new IpRestriction(State.OFF, List.of())));

        assertThat(off).singleElement().satisfies(change -> {
            assertThat(change.variant()).isEqualTo("unbound-from");
            assertThat(change.severity()).isEqualTo(Severity.WARNING);
            assertThat(change.values()).containsEntry("from", "203.0.113.7");
        });
        assertThat(variants(after(KNOWN))).containsExactly("bound", "unbound-from");
    }

    @Test
    void bindingWithoutAList_takenOff() {
        after(KNOWN.with(new IpRestriction(State.ON, List.of())));

        assertThat(variants(after(KNOWN.with(new IpRestriction(State.OFF, List.of())))))
                .containsExactly("unbound");
    }

    @Test
    void end_changed_isToldAsWhatItWasAndIs() {
        after(KNOWN);

        assertThat(after(KNOWN.with(Expiry.at(START.plus(Duration.ofDays(30))))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.variant()).isEqualTo("expiry");
                    assertThat(change.severity()).isEqualTo(Severity.INFO);
                    assertThat(change.values())
                            .containsEntry("endBefore", "NEVER")
                            .containsEntry("endNow", "2026-12-22 08:40 UTC");
                });
    }

    @Test
    void endThatIsCountedFromTheLastUse_movesALittleEachDay_isNoChange() {
        for (int day = 0; day < 30; day++) {
            assertThat(after(KNOWN.with(Expiry.at(now.plus(Duration.ofDays(90))))))
                    .isEmpty();
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(variants(after(KNOWN.with(Expiry.at(now.plus(Duration.ofDays(7)))))))
                .containsExactly("expiry");
    }

    @Test
    void change_staysADay_whateverIsAskedInBetween() {
        after(KNOWN);
        after(KNOWN.with(Scope.WITHDRAW, on("Withdraw")));
        var seen = now;
        now = seen.plus(Duration.ofDays(1)).minusSeconds(2);
        assertThat(variants(after(KNOWN.with(Scope.WITHDRAW, on("Withdraw"))))).containsExactly("gained");

        now = now.plusSeconds(2);
        assertThat(after(KNOWN.with(Scope.WITHDRAW, on("Withdraw")))).isEmpty();
    }

    @Test
    void sameAnswerJudgedAgain_orAnOlderOneAfterwards_saysTheSame() {
        var old = told(KNOWN);
        drift.of(key, old, now);
        now = now.plusSeconds(60);
        var changed = told(KNOWN.with(Scope.WITHDRAW, on("Withdraw")));
        var first = drift.of(key, changed, now);

        assertThat(variants(first)).containsExactly("gained");
        assertThat(drift.of(key, changed, now.plusSeconds(5))).isEqualTo(first);
        assertThat(drift.of(key, old, now.plusSeconds(6))).isEqualTo(first);
        assertThat(drift.of(key, changed, now.plusSeconds(7))).isEqualTo(first);
    }

    @Test
    void otherCredentials_beginAnew_andNothingIsSaidOfWhatIsNotAsked() {
        after(KNOWN);
        after(KNOWN.with(Scope.WITHDRAW, on("Withdraw")));

        assertThat(drift.of(key("another secret"), told(KNOWN), now)).isEmpty();
        assertThat(drift.of(key, null, now)).isEmpty();
    }

    @Test
    void keysThatWereNotAskedForLong_areForgotten() {
        after(KNOWN);
        for (int i = 0; i < Drift.MOST_KEYS; i++) {
            drift.of(key("secret " + i), told(KNOWN), now);
        }

        assertThat(after(KNOWN.with(Scope.WITHDRAW, on("Withdraw")))).isEmpty();
    }

    @Test
    void everyChange_hasWordsInBothLanguages_withWhatFromToAndWhen() {
        after(KNOWN.with(Scope.EARN, on("Earn")).with(Expiry.NEVER));
        now = now.plusSeconds(1800);
        var changes = after(KNOWN.with(Scope.WITHDRAW, on("Withdraw"))
                .with(Scope.EARN, off())
                .with(bound("203.0.113.7", "198.51.100.1"))
                .with(Expiry.POLICY));
        var english = new Wording(Texts.in(Locale.ENGLISH));
        var spanish = new Wording(Texts.in(Locale.forLanguageTag("es")));

        assertThat(changes).hasSize(4).allSatisfy(change -> {
            assertThat(english.message(change, key))
                    .contains("2026-11-22 08:40 UTC", "first seen on 2026-11-22 09:10 UTC")
                    .doesNotContain("{");
            assertThat(spanish.message(change, key))
                    .contains("2026-11-22 08:40 UTC", "se vio por primera vez el 2026-11-22 09:10 UTC")
                    .doesNotContain("{");
            assertThat(english.remedy(change, key)).contains("If you did not change that yourself");
            assertThat(spanish.remedy(change, key)).contains("Si no lo ha cambiado usted");
        });
        assertThat(changes.stream().map(change -> english.message(change, key)).toList())
                .anyMatch(text -> text.contains("gained a right: withdrawing was off"))
                .anyMatch(text -> text.contains("lost a right: earn was on"))
                .anyMatch(text -> text.contains("198.51.100.1 was added. The list was 203.0.113.7 and is 203.0.113.7,"))
                .anyMatch(text -> text.contains("it was none, now it is no date, but it may lapse"));
    }

    private List<Finding> after(Facts facts) {
        now = now.plusSeconds(1);
        return drift.of(key, told(facts), now);
    }

    private Told told(Facts facts) {
        return new Told(facts, null, null, 1, 1, now);
    }

    private static List<String> variants(List<Finding> findings) {
        return findings.stream().map(Finding::variant).toList();
    }

    private static IpRestriction bound(String... addresses) {
        return new IpRestriction(State.ON, Arrays.asList(addresses));
    }

    private static Grant grant(State state) {
        return state == State.ON ? on("Earn") : off();
    }

    private static Grant on(String... labels) {
        return new Grant(State.ON, Evidence.DECLARED, List.of(labels), List.of());
    }

    private static Grant off() {
        return new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of());
    }

    private static KeyCase key(String secret) {
        var question = new Question("kraken", new Credentials("key", secret, "", ""), Market.SPOT, false, null);
        return new KeyCase(
                "kraken",
                "kraken",
                KRAKEN,
                Market.SPOT,
                Role.BOTH,
                true,
                true,
                "",
                Source.CONFIG,
                null,
                question,
                List.of());
    }
}
