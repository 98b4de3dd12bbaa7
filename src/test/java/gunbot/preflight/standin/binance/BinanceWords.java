package gunbot.preflight.standin.binance;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonObject;

/** Binance's error codes with their texts and statuses. */
public class BinanceWords implements Words {

    public static final String COMBINED = "Invalid API-key, IP, or permissions for action.";

    public static Answer error(int status, int code, String text) {
        return Answer.json(status, new JsonObject().put("code", code).put("msg", text));
    }

    public static Answer combined() {
        return error(401, -2015, COMBINED);
    }

    public static Answer combined(String address) {
        return error(401, -2015, "Invalid API-key, IP, or permissions for action, request ip: " + address);
    }

    public static Answer missing(String parameter) {
        return error(400, -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    @Override
    public Answer notServed(Recorded request) {
        return Answer.html(404, "<html><body><h2>404 Not found</h2></body></html>");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        if (parameter.equals("symbol") && request.parameters().one("symbol").isPresent()) {
            return error(400, -1121, "Invalid symbol.");
        }
        if (request.parameters().repeated().isPresent()) {
            return error(400, -1101, "Duplicate values for parameter '" + parameter + "'.");
        }
        if (!request.parameters().names().contains(parameter)) {
            return missing(parameter);
        }
        return error(400, -1104, "Not all sent parameters were read.");
    }

    @Override
    public Answer rateLimited() {
        return error(429, -1003, "Too much request weight used; current limit is 6000 request weight per 1 MINUTE.")
                .with("Retry-After", 30);
    }

    @Override
    public Answer banned() {
        return error(418, -1003, "Way too much request weight used; IP banned until 1790000120000.")
                .with("Retry-After", 120);
    }

    @Override
    public Answer maintenance(Recorded request) {
        if (request.call().equals(BinanceStandIn.SYSTEM_STATUS)) {
            return Answer.json(200, new JsonObject().put("status", 1).put("msg", "system_maintenance"));
        }
        return error(
                503, -1008, "Server is currently overloaded with other requests. Please try again in a few minutes.");
    }

    @Override
    public Answer regionBlocked() {
        return error(
                451,
                0,
                "Service unavailable from a restricted location according to 'b. Eligibility' in"
                        + " https://www.binance.com/en/terms. Please contact customer service if you believe you"
                        + " received this message in error.");
    }

    @Override
    public Answer echo(String everything) {
        return combined(everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("enable" + everything, true).put("msg", everything);
        if (goodAnswer.getValue("data") instanceof String) {
            goodAnswer.put("data", everything);
        }
    }
}
