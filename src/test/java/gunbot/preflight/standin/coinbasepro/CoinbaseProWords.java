package gunbot.preflight.standin.coinbasepro;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Coinbase Exchange's one form of an error: a message. */
final class CoinbaseProWords implements Words {

    static Answer error(int status, String message) {
        return Answer.json(status, new JsonObject().put("message", message));
    }

    @Override
    public Answer notServed(Recorded request) {
        return error(404, "Route not found");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error(400, "Invalid " + parameter);
    }

    @Override
    public Answer rateLimited() {
        return error(429, "Private rate limit exceeded");
    }

    /** No ban is documented: the same once more. */
    @Override
    public Answer banned() {
        return error(429, "Public rate limit exceeded");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return error(503, "The exchange is under maintenance");
    }

    @Override
    public Answer echo(String everything) {
        return error(401, "Unauthorized. " + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("note", everything);
    }

    @Override
    public void echoInto(JsonArray goodAnswer, String everything) {
        goodAnswer.add(new JsonObject().put("id", everything).put("currency", everything));
    }
}
