package gunbot.preflight.standin.poloniex;

import gunbot.preflight.standin.Answer;
import io.vertx.core.json.JsonObject;

/** The ways in which Poloniex may refuse a key, a signature, an address or a right; its documents leave them open. */
public enum PoloniexRefusal {
    BARE_401,
    BARE_403,
    /** The words of the futures API. */
    ACCESS_DENY,
    /** The same with a code that is text, and words of no fixed form. */
    PERMISSION_WORDS,
    /** Seen once on a path about withdrawals; it blames the key whatever the cause. */
    INVALID_KEY_WORDS,
    /** A page of what stands before the exchange. */
    PAGE,
    /** A code that nobody has documented. */
    NEW_CODE,
    /** An answer that tells nothing. */
    EMPTY_DOCUMENT;

    Answer answer() {
        return switch (this) {
            case BARE_401 -> PoloniexWords.bare(401);
            case BARE_403 -> PoloniexWords.bare(403);
            case ACCESS_DENY -> PoloniexWords.futures(403, 403, "ACCESS_DENY");
            case PERMISSION_WORDS -> text(403, "NO_PERMISSION", "Permission denied");
            case INVALID_KEY_WORDS -> text(400, "FORBIDDEN", "Invalid API key/secret pair.");
            case PAGE -> Answer.html(403, "<html><body>Request blocked.</body></html>");
            case NEW_CODE -> PoloniexWords.spot(403, 29999, "Not offered where you are");
            case EMPTY_DOCUMENT -> Answer.json(403, new JsonObject());
        };
    }

    private static Answer text(int status, String code, String message) {
        return Answer.json(status, new JsonObject().put("code", code).put("message", message));
    }
}
