package gunbot.preflight.probe;

import gunbot.preflight.exchange.AllowedCall;
import gunbot.preflight.exchange.Hole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** What stands in the holes of one call. */
final class Holes {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'%3A'mm'%3A'ss").withZone(ZoneOffset.UTC);

    private Holes() {}

    /**
     * The values that a call has holes for, but for those that signing fills.
     *
     * @param millis the time of the request, or its nonce
     * @param key the public half of the key
     * @param learnt from earlier answers; comes first, so that it can never stand in for what is ours to fill in
     */
    static Map<Hole, String> of(AllowedCall call, long millis, String key, Map<Hole, String> learnt) {
        var values = new EnumMap<Hole, String>(Hole.class);
        values.putAll(learnt);
        put(values, call, Hole.TIME, String.valueOf(millis));
        put(values, call, Hole.SECONDS, String.valueOf(millis / 1000));
        put(values, call, Hole.UTC, UTC.format(Instant.ofEpochMilli(millis)));
        put(values, call, Hole.ACCESS_KEY, key);
        put(values, call, Hole.UUID, UUID.randomUUID().toString());
        put(values, call, Hole.NONCE, String.valueOf(millis));
        return values;
    }

    private static void put(Map<Hole, String> values, AllowedCall call, Hole hole, String value) {
        if (call.has(hole)) {
            values.put(hole, value);
        }
    }
}
