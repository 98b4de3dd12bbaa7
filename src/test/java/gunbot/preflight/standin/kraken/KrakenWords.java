package gunbot.preflight.standin.kraken;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Kraken's envelope and error texts, which all come with status 200. */
final class KrakenWords implements Words {

    static Answer error(String text) {
        return Answer.json(200, new JsonObject().put("error", new JsonArray().add(text)));
    }

    /** A good answer; the result is an object or a list. */
    static Answer result(Object result) {
        return Answer.json(200, new JsonObject().put("error", new JsonArray()).put("result", result));
    }

    @Override
    public Answer notServed(Recorded request) {
        return request.path().startsWith("/0/")
                ? error("EGeneral:Unknown method")
                : Answer.html(404, "<html><body><h1>404 Not Found</h1></body></html>");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error("EGeneral:Invalid arguments:" + parameter);
    }

    @Override
    public Answer rateLimited() {
        return error("EAPI:Rate limit exceeded");
    }

    @Override
    public Answer banned() {
        return error("EGeneral:Temporary lockout");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return request.call().equals(KrakenStandIn.SYSTEM_STATUS)
                ? result(new JsonObject("{\"status\":\"maintenance\",\"timestamp\":\"2026-11-22T08:40:00Z\"}"))
                : error("EService:Unavailable");
    }

    @Override
    public Answer echo(String everything) {
        return error("EGeneral:Permission denied:" + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.getJsonArray("error").add("WGeneral:" + everything);
        if (goodAnswer.getValue("result") instanceof JsonObject result) {
            result.put("note", everything);
            for (String field : result.fieldNames().toArray(String[]::new)) {
                if (result.getValue(field) instanceof JsonArray list) {
                    list.add(everything); // rights and addresses
                } else if (field.matches("(?i)api_?key_?name|iban|status|rfc1123")) {
                    result.put(field, everything);
                }
            }
        }
    }
}
