package gunbot.preflight.standin.cex;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonObject;

/** CEX.IO's errors: those of the current interface tell their status, those of the older one come with 200. */
final class CexWords implements Words {

    static Answer error(int status, String text) {
        return Answer.json(status, new JsonObject().put("error", text).put("statusCode", status));
    }

    static Answer legacyError(String text) {
        return Answer.json(200, new JsonObject().put("error", text));
    }

    static Answer ok(JsonObject data) {
        return Answer.json(200, new JsonObject().put("ok", "ok").put("data", data));
    }

    @Override
    public Answer notServed(Recorded request) {
        return CexStandIn.isLegacy(request)
                ? Answer.html(404, "<html><body>404 Not Found</body></html>")
                : error(400, "Bad Request");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return CexStandIn.isLegacy(request)
                ? legacyError("Wrong parameter " + parameter)
                : error(422, "Mandatory parameter " + parameter + " is missing");
    }

    @Override
    public Answer rateLimited() {
        return error(429, "API rate limit reached");
    }

    @Override
    public Answer banned() {
        return legacyError("Rate limit exceeded");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return error(503, "order_status is on maintenance");
    }

    @Override
    public Answer echo(String everything) {
        return error(401, "Authorization Failed " + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("note", everything);
        if (goodAnswer.getValue("data") instanceof JsonObject data
                && data.getValue("balancesPerAccounts") instanceof JsonObject accounts) {
            accounts.put(everything, new JsonObject());
        }
    }
}
