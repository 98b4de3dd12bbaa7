package gunbot.preflight.standin.kucoin;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Words;
import io.vertx.core.json.JsonObject;

/** KuCoin's envelope, and its error codes with their texts. */
final class KucoinWords implements Words {

    private volatile boolean refusesWithStatus200;

    void refuseWithStatus200(boolean always) {
        this.refusesWithStatus200 = always;
    }

    Answer error(int status, String code, String text) {
        return Answer.json(
                refusesWithStatus200 ? 200 : status,
                new JsonObject().put("code", code).put("msg", text));
    }

    static Answer data(Object data) {
        return Answer.json(200, new JsonObject().put("code", "200000").put("data", data));
    }

    @Override
    public Answer notServed(Recorded request) {
        return error(404, "404000", "Url Not Found");
    }

    @Override
    public Answer badParameter(Recorded request, String parameter) {
        return error(400, "400100", parameter + " is invalid");
    }

    @Override
    public Answer rateLimited() {
        return error(429, "429000", "Too Many Requests")
                .with("gw-ratelimit-limit", 2000)
                .with("gw-ratelimit-remaining", 0)
                .with("gw-ratelimit-reset", 30_000);
    }

    @Override
    public Answer banned() {
        return Answer.html(429, "error code: 1015");
    }

    @Override
    public Answer maintenance(Recorded request) {
        return request.call().equals(KucoinStandIn.SERVICE_STATUS)
                ? data(new JsonObject().put("status", "close").put("msg", "The service is being upgraded."))
                : error(503, "500000", "Internal Server Error");
    }

    @Override
    public Answer regionBlocked() {
        return error(403, "400500", "Your located country/region is currently not supported.");
    }

    @Override
    public Answer echo(String everything) {
        return error(403, "400006", "Invalid request ip, the current clientIp is:" + everything);
    }

    @Override
    public void echoInto(JsonObject goodAnswer, String everything) {
        if (goodAnswer.getValue("data") instanceof JsonObject data) {
            data.put("remark", everything).put("msg", everything).put("subName", everything);
            data.put("permission", data.getString("permission", "") + "," + everything);
            data.put("ipWhitelist", data.getString("ipWhitelist", "") + "," + everything);
        } else if (goodAnswer.getValue("data") instanceof String) {
            goodAnswer.put("data", everything);
        }
        goodAnswer.put("msg", everything);
    }
}
