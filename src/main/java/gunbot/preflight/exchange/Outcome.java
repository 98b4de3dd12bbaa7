package gunbot.preflight.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.facts.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** How a request ended: with the exchange's data, or with a refusal. Never with an exception. */
public final class Outcome {
    private final JsonNode data;
    private final Refusal refusal;

    private Outcome(JsonNode data, Refusal refusal) {
        this.data = data;
        this.refusal = refusal;
    }

    public static Outcome of(JsonNode data) {
        return new Outcome(data, null);
    }

    public static Outcome refused(Refusal refusal) {
        return new Outcome(null, refusal);
    }

    public Optional<JsonNode> data() {
        return Optional.ofNullable(data);
    }

    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Goes on in one of two ways. */
    public <T> T then(Function<JsonNode, T> answered, Function<Refusal, T> refused) {
        return refusal == null ? answered.apply(data) : refused.apply(refusal);
    }
}
