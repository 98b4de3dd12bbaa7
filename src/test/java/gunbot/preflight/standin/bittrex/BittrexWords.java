package gunbot.preflight.standin.bittrex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Bittrex's v3 error document, whose details are optional. */
final class BittrexWords implements Words {

    static Answer error(int status, String code) {
        return Answer.json(status, new JsonObject().put("code", code));
    }

    @Override
    public Answer notServed(Recorded request) {
        return error(404, "NOT_FOUND");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error(400, "BAD_REQUEST");
    }

    @Override
    public Answer rateLimited() {
        return error(429, "THROTTLED");
    }

    /** No ban is documented: it stays with the limit. */
    @Override
    public Answer banned() {
        return error(429, "THROTTLED");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return Answer.html(503, "We are down for scheduled maintenance, but we'll be back up shortly.");
    }

    @Override
    public Answer echo(String everything) {
        return Answer.json(
                403, new JsonObject().put("code", "INVALID_PERMISSION").put("detail", everything));
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("accountId", everything).put("note", everything);
    }

    @Override
    public void echoInto(JsonArray goodAnswer, String everything) {
        goodAnswer.add(new JsonObject().put("currencySymbol", everything));
    }
}
