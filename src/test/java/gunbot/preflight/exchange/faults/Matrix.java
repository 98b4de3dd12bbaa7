package gunbot.preflight.exchange.faults;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Meddler;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.Way;
import gunbot.preflight.testing.Bench;
import gunbot.preflight.testing.EveryExchange;
import gunbot.preflight.testing.Wait;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * Every exchange with somebody on the line before it. One half of the exchanges is meddled with while the other is well,
 * then the other way round, all in one check; whatever befalls one must leave the others as they are.
 */
final class Matrix implements AutoCloseable {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Vertx vertx = Vertx.vertx();
    private final Ticking clock = new Ticking();
    private final List<EveryExchange> all = EveryExchange.all().toList();
    private final Map<EveryExchange, StandIn> standIns = new HashMap<>();
    private final Map<EveryExchange, Meddler> meddlers = new HashMap<>();
    private final Map<EveryExchange, Integer> chains = new HashMap<>();
    private final Map<KeyState, Map<EveryExchange, Bench.Result>> well = new HashMap<>();

    Matrix() {
        all.forEach(each -> {
            var standIn = each.standIn(clock);
            standIns.put(each, standIn);
            meddlers.put(each, Meddler.before(vertx.getDelegate(), standIn));
        });
        for (var state : List.of(KeyState.READ_ONLY, KeyState.WITHDRAW_ON, KeyState.GOOD)) {
            keysAre(state);
            try (var bench = bench(Map.of())) {
                well.put(state, bench.check(origins(exchanges())));
            }
        }
        exchanges().forEach(each -> chains.put(each, meddlers.get(each).requests()));
    }

    List<EveryExchange> exchanges() {
        return all;
    }

    Meddler before(EveryExchange each) {
        return meddlers.get(each);
    }

    StandIn standIn(EveryExchange each) {
        return standIns.get(each);
    }

    /** How many requests a good key takes. */
    int chain(EveryExchange each) {
        return chains.get(each);
    }

    /** How a key in this state is told when all is well. */
    Bench.Result well(EveryExchange each, KeyState state) {
        return well.get(state).get(each);
    }

    /** One that waits for long: what is not about time must not depend on how fast a machine is. */
    Bench bench(Map<String, String> settings) {
        clock.rest();
        var all = new HashMap<>(Map.of("preflight.probe.timeout", "100s", "preflight.probe.deadline", "100s"));
        all.putAll(settings);
        return new Bench(vertx, clock, all);
    }

    Map<EveryExchange, URI> origins(List<EveryExchange> some) {
        return some.stream().collect(Collectors.toMap(each -> each, each -> meddlers.get(each)
                .origin()));
    }

    /** Gives each exchange's key another state, where the exchange has it; else a good one. */
    void keysAre(KeyState state) {
        standIns.forEach((each, standIn) -> {
            try {
                standIn.add(each.key(state));
            } catch (IllegalArgumentException unknown) {
                standIn.add(each.key(KeyState.GOOD));
            }
            meddlers.get(each).meddle(NEVER, Way::pass);
        });
    }

    /** Goes on by a millisecond whenever it is read, so that no window of time depends on how fast a machine is. */
    private static final class Ticking extends Clock {
        private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.incrementAndGet());
        }

        /** Between two checks: a nonce may be a second behind the clock, and must be above that of the check before. */
        void rest() {
            millis.addAndGet(10_000);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("one zone is enough");
        }
    }

    /** What a case is to say of one exchange's outcome. */
    interface Verdict {
        void on(EveryExchange each, Bench.Result result, Bench bench, SoftAssertions softly);
    }

    /**
     * One half of the exchanges after the other, while the rest is well and must stay so. Those who share a host, and so a
     * pause of it, are in the same half.
     */
    void halfByHalf(ToIntFunction<EveryExchange> nth, Map<String, String> settings, Trouble trouble, Verdict verdict) {
        for (var first : List.of(true, false)) {
            attempt(
                    each -> first == each.id().startsWith("b") ? nth.applyAsInt(each) : NEVER,
                    KeyState.GOOD,
                    settings,
                    trouble,
                    verdict);
        }
    }

    /**
     * Tries it on every exchange at once.
     *
     * @param nth which answer of an exchange it befalls; exchanges of which nobody asks so much are well
     */
    void attempt(
            ToIntFunction<EveryExchange> nth,
            KeyState state,
            Map<String, String> settings,
            Trouble trouble,
            Verdict verdict) {
        keysAre(state);
        var softly = new SoftAssertions();
        exchanges().forEach(each -> before(each).meddle(nth.applyAsInt(each), trouble.mischief()));
        try (var bench = bench(settings)) {
            bench.check(origins(exchanges())).forEach((each, result) -> {
                if (nth.applyAsInt(each) <= chain(each)) {
                    if (!trouble.isOwnRefusal(each.id())) {
                        isSound(each, state, result, softly);
                    }
                    verdict.on(each, result, bench, softly);
                } else {
                    isUntouched(each, state, result, softly);
                }
            });
        }
        exchanges().forEach(each -> {
            Wait.until(each + " has no connection left", () -> before(each).open() == 0);
            softly.assertThat(standIn(each).unexpected()).isEmpty();
        });
        softly.assertAll();
    }

    /** No right is told that the key has not, and none is denied that it has: what is not proved stays unknown. */
    private void isSound(EveryExchange each, KeyState state, Bench.Result result, SoftAssertions softly) {
        var truth = states(well(each, state));
        states(result).forEach((scope, told) -> {
            if (told != State.UNKNOWN) {
                softly.assertThat(told).as(each + " " + state + " " + scope).isEqualTo(truth.get(scope));
            }
        });
    }

    private void isUntouched(EveryExchange each, KeyState state, Bench.Result result, SoftAssertions softly) {
        var expected = well(each, state);
        softly.assertThat(result.codes() + " " + result.scopes())
                .as(each + " beside exchanges in trouble")
                .isEqualTo(expected.codes() + " " + expected.scopes());
    }

    private static Map<String, State> states(Bench.Result result) {
        return result.judgement().scopes().stream()
                .collect(Collectors.toMap(s -> s.scope().name(), s -> s.grant().state(), (a, b) -> a, TreeMap::new));
    }

    /** The codes of what blocks the key, or keeps it from being asked. */
    static Set<Code> grave(Bench.Result result) {
        return codes(result, Set.of(Severity.BLOCKER, Severity.UNKNOWN));
    }

    /** The codes of what blocks the key. */
    static Set<Code> blockers(Bench.Result result) {
        return codes(result, Set.of(Severity.BLOCKER));
    }

    private static Set<Code> codes(Bench.Result result, Set<Severity> severities) {
        return result.judgement().findings().stream()
                .filter(finding -> severities.contains(finding.severity()))
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        meddlers.values().forEach(Meddler::close);
        standIns.values().forEach(StandIn::close);
        vertx.closeAndAwait();
    }
}
