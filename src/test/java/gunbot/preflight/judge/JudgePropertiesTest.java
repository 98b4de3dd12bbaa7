package gunbot.preflight.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.testing.TestSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Judgement, whatever an exchange may say of a key: nothing bad makes a key look better, and nothing unknown looks known. */
class JudgePropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");
    private static final Judge JUDGE = new Judge(TestSettings.of(Map.of()).policy());

    @Property(seed = "20261122", tries = 1000)
    void refusal_more_neverImproves(
            @ForAll("keys") KeyCase key, @ForAll("facts") Facts facts, @ForAll("codes") Code code) {
        var before = judge(key, facts, Set.of());
        var after = judge(key, facts.with(Refusal.of(code, "")), Set.of());

        assertThat(after.verdict()).isLessThanOrEqualTo(before.verdict());
        assertThat(after.findings()).extracting(Finding::code).contains(code);
    }

    @Property(seed = "20261122", tries = 1000)
    void scope_isShownAsItIsKnown_andNeverOtherwise(@ForAll("keys") KeyCase key, @ForAll("facts") Facts facts) {
        for (var scope : judge(key, facts, Set.of()).scopes()) {
            assertThat(scope.grant()).isEqualTo(facts.grant(scope.scope()));
            assertThat(scope.grant().evidence() == Evidence.NONE)
                    .isEqualTo(scope.grant().state() == State.UNKNOWN);
        }
    }

    @Property(seed = "20261122", tries = 1000)
    void ready_onlyWithAllThatIsRequired_andSurelyWithoutWithdrawal(
            @ForAll("keys") KeyCase key, @ForAll("facts") Facts facts) {
        var judged = judge(key, facts, Set.of());
        if (judged.verdict() == Verdict.READY && !facts.grants().isEmpty()) {
            for (var scope : judged.scopes()) {
                if (scope.expected() == Expectation.REQUIRED) {
                    assertThat(scope.grant().state()).isEqualTo(State.ON);
                }
            }
            assertThat(facts.grant(Scope.WITHDRAW).state())
                    .isEqualTo(key.listing().scopes().contains(Scope.WITHDRAW) ? State.OFF : State.UNKNOWN);
            assertThat(facts.ip().state()).isNotEqualTo(State.OFF);
        }
    }

    @Property(seed = "20261122", tries = 1000)
    void acceptance_ofAnyCodes_hidesNoBlockerAndNoUnknown(
            @ForAll("keys") KeyCase key, @ForAll("facts") Facts facts, @ForAll @Size(max = 20) Set<Code> accepted) {
        var judged = judge(key, facts, accepted);

        assertThat(judged.findings()).isEqualTo(judge(key, facts, Set.of()).findings());
        var worst = judged.findings().stream().map(Finding::severity).min(Comparator.naturalOrder());
        if (worst.filter(w -> w.compareTo(Severity.UNKNOWN) <= 0).isPresent()) {
            assertThat(judged.verdict())
                    .isEqualTo(worst.get() == Severity.BLOCKER ? Verdict.NOT_READY : Verdict.UNKNOWN);
        }
    }

    @Property(seed = "20261122", tries = 1000)
    void report_isAsBadAsTheWorstKeyInUse(
            @ForAll @Size(max = 8) List<Verdict> verdicts, @ForAll @Size(8) List<Boolean> inUse) {
        var keys = new ArrayList<KeyReport>();
        IntStream.range(0, verdicts.size())
                .forEach(i -> keys.add(Reports.key("entry" + i, inUse.get(i), verdicts.get(i))));

        var report = Reports.of(keys.toArray(KeyReport[]::new));

        var counted = IntStream.range(0, verdicts.size())
                .filter(inUse::get)
                .mapToObj(verdicts::get)
                .toList();
        assertThat(report.verdict())
                .isEqualTo(counted.stream().min(Comparator.naturalOrder()).orElse(Verdict.NOT_CHECKED));
        if (counted.contains(Verdict.NOT_READY) || counted.contains(Verdict.UNKNOWN)) {
            assertThat(report.ready()).isFalse();
        }
    }

    private static Judgement judge(KeyCase key, Facts facts, Set<Code> accepted) {
        return JUDGE.judge(key, new Told(facts, null, null, 1, 1, NOW), accepted, NOW);
    }

    @Provide
    Arbitrary<KeyCase> keys() {
        return Combinators.combine(Arbitraries.of(AllExchanges.all()), Arbitraries.of(Role.class))
                .as(JudgePropertiesTest::key);
    }

    private static KeyCase key(Exchange exchange, Role role) {
        var listing = exchange.listing();
        return new KeyCase(
                "entry",
                listing.id(),
                listing,
                listing.defaultMarket(),
                role,
                true,
                true,
                "",
                Source.CONFIG,
                null,
                new Question(
                        listing.id(), new Credentials("key", "secret", "", ""), listing.defaultMarket(), false, null),
                List.of());
    }

    /** Codes that stand for a refusal. */
    @Provide
    Arbitrary<Code> codes() {
        return Arbitraries.of(EnumSet.allOf(Code.class).stream()
                .filter(code -> code.severity().compareTo(Severity.UNKNOWN) <= 0)
                .toList());
    }

    @Provide
    Arbitrary<Facts> facts() {
        var grants = Arbitraries.maps(Arbitraries.of(Scope.class), grants());
        var ip = Arbitraries.of(
                IpRestriction.UNKNOWN,
                new IpRestriction(State.OFF, List.of()),
                new IpRestriction(State.ON, List.of("203.0.113.7")));
        var expiry = Arbitraries.of(
                Expiry.UNKNOWN,
                Expiry.NEVER,
                Expiry.POLICY,
                Expiry.at(NOW.plusSeconds(60)),
                Expiry.at(NOW.minusSeconds(60)));
        var seen = Arbitraries.of("203.0.113.7", "203.0.113.9").injectNull(0.3);
        return Combinators.combine(grants, ip, expiry, seen)
                .as((scopes, addresses, end, from) ->
                        Facts.NONE.with(scopes).with(addresses).with(end).seenFrom(from));
    }

    private static Arbitrary<Grant> grants() {
        return Arbitraries.of(
                Grant.UNKNOWN,
                new Grant(State.ON, Evidence.DECLARED, List.of("a box"), List.of()),
                new Grant(State.ON, Evidence.INFERRED, List.of(), List.of()),
                new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of("a box")),
                new Grant(State.OFF, Evidence.INFERRED, List.of(), List.of()));
    }
}
