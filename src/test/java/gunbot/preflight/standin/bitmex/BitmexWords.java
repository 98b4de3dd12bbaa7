package gunbot.preflight.standin.bitmex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** BitMEX's error envelope with its texts. */
final class BitmexWords implements Words {

    static Answer error(int status, String message) {
        return error(status, message, "HTTPError");
    }

    static Answer error(int status, String message, String name) {
        return Answer.json(
                status,
                new JsonObject()
                        .put("error", new JsonObject().put("message", message).put("name", name)));
    }

    @Override
    public Answer notServed(Recorded request) {
        return error(404, "Not Found");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error(400, parameter.equals(Recorded.BODY) ? "Invalid orderID" : "Invalid " + parameter);
    }

    @Override
    public Answer rateLimited() {
        return error(429, "Rate limit exceeded, retry in 1 seconds.", "RateLimitError")
                .with("Retry-After", 1)
                .with("x-ratelimit-limit", 120)
                .with("x-ratelimit-remaining", 0);
    }

    /** Who goes on after many refusals is shut out for an hour, by what stands before the exchange. */
    @Override
    public Answer banned() {
        return frontEnd403();
    }

    @Override
    public Answer maintenance(Recorded request) {
        return error(503, "Service unavailable");
    }

    @Override
    public Answer echo(String everything) {
        return error(403, "Access Denied " + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("name", everything).put("note", everything);
    }

    @Override
    public void echoInto(JsonArray goodAnswer, String everything) {
        for (int i = 0; i < goodAnswer.size(); i++) {
            JsonObject element = goodAnswer.getJsonObject(i);
            element.put("name", everything);
            element.getJsonArray("permissions").add(everything);
            element.getJsonArray("cidrs").add(everything);
        }
    }
}
