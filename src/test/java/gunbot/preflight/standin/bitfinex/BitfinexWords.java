package gunbot.preflight.standin.bitfinex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Bitfinex's errors: nearly all are arrays with status 500. */
final class BitfinexWords implements Words {

    static Answer error(Integer number, String text) {
        return Answer.json(500, new JsonArray().add("error").add(number).add(text));
    }

    @Override
    public Answer notServed(Recorded request) {
        return Answer.html(404, "<html><body><pre>Cannot " + request.call() + "</pre></body></html>");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error(10020, parameter + ": invalid");
    }

    @Override
    public Answer rateLimited() {
        return Answer.json(429, new JsonObject().put("error", "ERR_RATE_LIMIT"));
    }

    @Override
    public Answer banned() {
        return error(11010, "ratelimit: error");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return request.call().equals(BitfinexStandIn.STATUS)
                ? Answer.json(200, new JsonArray().add(0))
                : error(20060, "maintenance");
    }

    @Override
    public Answer echo(String everything) {
        return error(10001, "api_key: permission invalid " + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("note", everything);
    }

    /** A row whose scope is what was sent. */
    @Override
    public void echoInto(JsonArray goodAnswer, String everything) {
        if (goodAnswer.getValue(0) instanceof JsonArray) {
            goodAnswer.add(new JsonArray().add(everything).add(1).add(0));
        }
    }
}
