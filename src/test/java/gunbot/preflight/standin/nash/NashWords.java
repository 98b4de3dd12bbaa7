package gunbot.preflight.standin.nash;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Nash's answers around the data. Few of its messages are known. */
final class NashWords implements Words {

    static Answer data(String operation, Object data) {
        return Answer.json(200, new JsonObject().put("data", new JsonObject().put(operation, data)));
    }

    static Answer error(String message) {
        JsonObject error = new JsonObject().put("message", message);
        return Answer.json(200, new JsonObject().putNull("data").put("errors", new JsonArray().add(error)));
    }

    @Override
    public Answer notServed(Recorded request) {
        return Answer.html(404, "<html><body>Not Found</body></html>");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error("Cannot query field \"" + parameter + "\" on type \"RootQueryType\".");
    }

    @Override
    public Answer rateLimited() {
        return Answer.json(429, new JsonObject()).with("Retry-After", 5);
    }

    @Override
    public Answer banned() {
        return rateLimited();
    }

    @Override
    public Answer maintenance(Recorded request) {
        return Answer.html(503, "<html><body>Service Unavailable</body></html>");
    }

    @Override
    public Answer echo(String everything) {
        return error("Not allowed: " + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        JsonObject data = goodAnswer.getJsonObject("data");
        if (data != null && data.getValue("getToken") instanceof JsonObject token) {
            token.put("options", new JsonObject().put("name", everything)).put("lastUsedAt", everything);
        }
        goodAnswer.put("extensions", everything);
    }
}
