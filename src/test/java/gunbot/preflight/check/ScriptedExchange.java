package gunbot.preflight.check;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.exchange.Outcome;
import gunbot.preflight.exchange.Probe;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An exchange that is asked without a network: it answers by script, at once or when the test says so. */
final class ScriptedExchange implements Exchange {
    private static final Grant ON = new Grant(State.ON, Evidence.DECLARED, List.of(), List.of());

    private final Exchange real;
    private final Clock clock;
    private final Map<String, Code> refusals = new HashMap<>();
    private final Map<String, Facts> facts = new HashMap<>();
    private final List<UniEmitter<? super Facts>> waiting = new ArrayList<>();
    private boolean slow;

    /** When which key was asked, the oldest first. */
    final List<Asked> asked = new ArrayList<>();

    record Asked(String key, Instant at) {}

    ScriptedExchange(Exchange real, Clock clock) {
        this.real = real;
        this.clock = clock;
    }

    /** What a key is refused for from now on; null for nothing. */
    void refuse(String key, Code code) {
        refusals.put(key, code);
    }

    /** That a key may read, and nothing else. */
    void readOnly(String key) {
        var off = new Grant(State.OFF, Evidence.DECLARED, List.of(), List.of());
        facts.put(key, Facts.NONE.with(Map.of(Scope.READ, ON, Scope.TRADE_SPOT, off)));
    }

    /** Lets answers wait until {@link #answer}. */
    void slow() {
        slow = true;
    }

    /** Answers everything that waits, and at once from now on. */
    void answer() {
        slow = false;
        var all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(emitter -> emitter.complete(good()));
    }

    List<Instant> times(String key) {
        return asked.stream().filter(a -> a.key().equals(key)).map(Asked::at).toList();
    }

    @Override
    public Uni<Facts> ask(Probe probe) {
        asked.add(new Asked(probe.key(), clock.instant()));
        if (slow) {
            return Uni.createFrom().emitter(waiting::add);
        }
        var refusal = refusals.get(probe.key());
        return Uni.createFrom()
                .item(
                        refusal == null
                                ? facts.getOrDefault(probe.key(), good())
                                : Facts.refused(Refusal.of(refusal, "by script")));
    }

    private static Facts good() {
        return Facts.NONE.with(Map.of(Scope.READ, ON, Scope.TRADE_SPOT, ON));
    }

    @Override
    public Listing listing() {
        return real.listing();
    }

    @Override
    public List<AllowedCall> allowedCalls() {
        return real.allowedCalls();
    }

    @Override
    public TimeCall timeCall(boolean testnet) {
        return real.timeCall(testnet);
    }

    @Override
    public Signature sign(Request request, Credentials credentials, long millis, String style) {
        throw new IllegalStateException("nothing is sent");
    }

    @Override
    public Outcome read(Answer answer) {
        throw new IllegalStateException("nothing is sent");
    }
}
