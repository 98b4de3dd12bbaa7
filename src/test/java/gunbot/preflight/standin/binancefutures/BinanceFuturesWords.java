package gunbot.preflight.standin.binancefutures;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.binance.BinanceWords;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the futures hosts say otherwise than the spot host. */
final class BinanceFuturesWords extends BinanceWords {

    @Override
    public Answer rateLimited() {
        // the futures pages promise no Retry-After
        return error(
                429,
                -1003,
                "Too many requests; current limit is 2400 requests per minute. Please use the websocket for live updates"
                        + " to avoid polling the API.");
    }

    @Override
    public Answer banned() {
        return error(
                418,
                -1003,
                "Way too many requests; IP banned until 1790000120000. Please use the websocket for live updates to"
                        + " avoid bans.");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return Answer.json(503, new JsonObject().put("code", -1000).put("msg", "Service Unavailable."));
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        super.echoInto(goodAnswer, everything);
        if (goodAnswer.containsKey("indicators")) {
            goodAnswer
                    .getJsonObject("indicators")
                    .put(everything, new JsonArray().add(new JsonObject().put("indicator", everything)));
        }
    }
}
