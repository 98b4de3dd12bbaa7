package gunbot.preflight.standin.huobi;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** HTX's two envelopes, and its error codes with their texts. */
final class HuobiWords implements Words {
    static final String NOT_VALID = "api-signature-not-valid";

    /** An error of {@code /v1}. */
    static Answer error(String code, String text) {
        return Answer.json(
                200,
                new JsonObject()
                        .put("status", "error")
                        .put("err-code", code)
                        .put("err-msg", text)
                        .putNull("data"));
    }

    /** An error of {@code /v2}. */
    static Answer error(int code, String text) {
        return Answer.json(200, new JsonObject().put("code", code).put("message", text));
    }

    static Answer notValid(String text) {
        return error(NOT_VALID, "Signature not valid: " + text);
    }

    static Answer noPermission() {
        return notValid("API key has no permission [API Key没有权限]");
    }

    static Answer wrongAddress(String address) {
        return notValid("Incorrect IP address [IP地址错误]:" + address);
    }

    static Answer v1(Object data) {
        return Answer.json(200, new JsonObject().put("status", "ok").put("data", data));
    }

    static Answer v2(Object data) {
        return Answer.json(200, new JsonObject().put("code", 200).put("data", data));
    }

    static Answer empty403() {
        return Answer.of(403, "", Map.of());
    }

    @Override
    public Answer notServed(Recorded request) {
        JsonObject body =
                error("method-not-allowed", "method not allowed").body().toJsonObject();
        return Answer.json(405, body);
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        if (request.path().startsWith("/v2/")) {
            boolean there = request.parameters().names().contains(parameter);
            return there
                    ? error(2002, "invalid field value in \"" + parameter + "\"")
                    : error(2003, "missing mandatory field \"" + parameter + "\"");
        }
        return error("invalid-parameter", "invalid parameter " + parameter);
    }

    @Override
    public Answer rateLimited() {
        return Answer.json(429, new JsonObject().put("code", 429).put("message", "exceeded request limit"))
                .with("X-HB-RateLimit-Requests-Remain", 0)
                .with("X-HB-RateLimit-Requests-Expire", 1_790_000_000_000L);
    }

    /** No ban is documented: the other code for too many requests. */
    @Override
    public Answer banned() {
        return error("rate-too-many-requests", "request limit");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return request.call().equals(HuobiStandIn.MARKET_STATUS)
                ? v2(new JsonObject().put("marketStatus", 2))
                : error("system-maintenance", "System is in maintenance!");
    }

    @Override
    public Answer echo(String everything) {
        return wrongAddress(everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        goodAnswer.put("message", everything);
        if (goodAnswer.getValue("data") instanceof JsonArray list && list.getValue(0) instanceof JsonObject first) {
            first.put("note", everything).put("subtype", everything);
            if (first.containsKey("permission")) {
                first.put("permission", first.getString("permission") + "," + everything);
                first.put("ipAddresses", first.getString("ipAddresses") + "," + everything);
            }
        }
    }
}
