package gunbot.preflight.state;

import gunbot.preflight.facts.Code;
import gunbot.preflight.gate.Opened;
import gunbot.preflight.gate.Opening;
import gunbot.preflight.rhythm.Remembered;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is remembered, as it stands in the file.
 *
 * @param salt made once at random; makes the hashes of this folder useless elsewhere
 * @param pod whose gate it was, as a salted hash; empty where that is not known
 * @param opened how the gate opened, or null
 * @param pauses by host, until when it must be left alone
 * @param asks by salted hash of a key and its credentials, how asking it ended
 */
record Memories(byte[] salt, String pod, Opened opened, Map<String, Instant> pauses, Map<String, Remembered> asks) {
    static final int SALT_BYTES = 32;

    private static final int VERSION = 1;
    private static final Duration KEPT = Duration.ofDays(1);

    /** The longest that an exchange shuts an address out (Binance's bans). */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(3);

    private static final int MOST_ASKS = 2_000;
    private static final int MOST_PAUSES = 200;

    Memories {
        pauses = Map.copyOf(pauses);
        asks = Map.copyOf(asks);
    }

    /** Without what is of no use any more, or cannot be true: pauses past or for over three days, asks of over a day ago. */
    Memories pruned(Instant now) {
        return new Memories(
                salt,
                pod,
                opened,
                newest(pauses, until -> until, now, now.plus(LONGEST_PAUSE), MOST_PAUSES),
                newest(asks, Remembered::askedAt, now.minus(KEPT), now, MOST_ASKS));
    }

    private static <T> Map<String, T> newest(
            Map<String, T> all, Function<T, Instant> time, Instant after, Instant until, int most) {
        Comparator<Map.Entry<String, T>> byTime =
                Comparator.comparing(entry -> time.apply(entry.getValue()), Comparator.reverseOrder());
        return all.entrySet().stream()
                .filter(entry -> time.apply(entry.getValue()).isAfter(after))
                .filter(entry -> !time.apply(entry.getValue()).isAfter(until))
                .sorted(byTime)
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String json() {
        var json = new JsonObject()
                .put("version", VERSION)
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("pod", pod);
        if (opened != null) {
            json.put(
                    "gate",
                    new JsonObject()
                            .put("openedAt", opened.at().toString())
                            .put("how", opened.how().name()));
        }
        var hosts = new JsonObject();
        pauses.forEach((host, until) -> hosts.put(host, until.toString()));
        var keys = new JsonObject();
        asks.forEach((hash, ask) -> keys.put(
                hash,
                new JsonObject()
                        .put("at", ask.askedAt().toString())
                        .put("refused", ask.refusedInARow())
                        .put(
                                "code",
                                ask.decisive() == null ? null : ask.decisive().name())));
        return json.put("pauses", hosts).put("asks", keys).encodePrettily();
    }

    /**
     * @throws RuntimeException of any kind where the text is not one that {@link #json} made; its message may hold anything
     */
    static Memories parse(String text) {
        var json = new JsonObject(text);
        var salt = Base64.getDecoder().decode(json.getString("salt"));
        if (json.getInteger("version") != VERSION || salt.length != SALT_BYTES) {
            throw new IllegalArgumentException();
        }
        var gate = json.getJsonObject("gate");
        var opened = gate == null
                ? null
                : new Opened(Instant.parse(gate.getString("openedAt")), Opening.valueOf(gate.getString("how")));
        var pauses = new HashMap<String, Instant>();
        var hosts = json.getJsonObject("pauses");
        hosts.fieldNames().forEach(host -> pauses.put(host, Instant.parse(hosts.getString(host))));
        var asks = new HashMap<String, Remembered>();
        var keys = json.getJsonObject("asks");
        keys.fieldNames().forEach(hash -> asks.put(hash, ask(keys.getJsonObject(hash))));
        return new Memories(salt, json.getString("pod", ""), opened, pauses, asks);
    }

    private static Remembered ask(JsonObject ask) {
        var code = ask.getString("code");
        return new Remembered(
                Instant.parse(ask.getString("at")),
                Math.max(0, ask.getInteger("refused")),
                code == null ? null : Code.valueOf(code));
    }

    @Override
    public String toString() {
        return "Memories[…]";
    }
}
