package gunbot.preflight.standin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire. */
public record Answer(int status, Map<String, String> headers, Buffer body) {

    public static Answer json(int status, JsonObject body) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body.toBuffer());
    }

    public static Answer json(int status, JsonArray body) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body.toBuffer());
    }

    public static Answer html(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/html"), Buffer.buffer(body));
    }

    public static Answer of(int status, String body, Map<String, String> headers) {
        return new Answer(status, Map.copyOf(headers), Buffer.buffer(body));
    }

    public Answer with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, String.valueOf(value));
        return new Answer(status, more, body);
    }

    Answer firstHalf() {
        return new Answer(status, headers, body.getBuffer(0, body.length() / 2));
    }
}
