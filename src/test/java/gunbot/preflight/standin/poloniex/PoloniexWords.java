package gunbot.preflight.standin.poloniex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Poloniex's refusals: {@code message} on the spot paths, {@code msg} under {@code /v3}, or no body at all. */
final class PoloniexWords implements Words {

    static Answer spot(int status, int code, String message) {
        return Answer.json(status, new JsonObject().put("code", code).put("message", message));
    }

    static Answer futures(int status, int code, String msg) {
        return Answer.json(status, new JsonObject().put("code", code).put("msg", msg));
    }

    /** As seen in 2022: the cause is not told at all. */
    static Answer bare(int status) {
        return Answer.of(status, "", Map.of("Web-Filter", "unauthenticated"));
    }

    @Override
    public Answer notServed(Recorded request) {
        return Answer.of(404, "", Map.of());
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return request.path().startsWith("/v3")
                ? futures(400, 400, "ILLEGAL_PARAM")
                : spot(400, 601, "Invalid parameter " + parameter);
    }

    @Override
    public Answer rateLimited() {
        return futures(429, 429, "TOO_MANY_REQUEST");
    }

    /** No ban is documented; what there is stands in for one. */
    @Override
    public Answer banned() {
        return Answer.of(429, "", Map.of());
    }

    @Override
    public Answer maintenance(Recorded request) {
        return request.path().startsWith("/v3")
                ? futures(200, 1002, "SYSTEM_MAINTENANCE")
                : spot(503, 21340, "System is under maintenance");
    }

    @Override
    public Answer echo(String everything) {
        return Answer.json(403, new JsonObject().put("code", 403).put("message", "ACCESS_DENY " + everything));
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("note", everything);
    }

    @Override
    public void echoInto(JsonArray goodAnswer, String everything) {
        for (int i = 0; i < goodAnswer.size(); i++) {
            goodAnswer.getJsonObject(i).put("accountId", everything).put("note", everything);
        }
    }
}
