package gunbot.preflight.exchange.cex;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Json;
import java.util.stream.StreamSupport;

/** Reads good answers of both interfaces: neither tells a right, so that each must be the answer to what was asked. */
final class CexAnswers {
    private CexAnswers() {}

    static boolean isOk(JsonNode told) {
        return Json.text(told.path("ok")).equals("ok") && told.path("data").isObject();
    }

    static boolean isStatus(JsonNode told) {
        return isOk(told) && told.path("data").path("balancesPerAccounts").isObject();
    }

    /** Whether there is an account besides the main one, whose name is empty. */
    static boolean hasSubAccount(JsonNode status) {
        var names = status.path("data").path("balancesPerAccounts").fieldNames();
        while (names.hasNext()) {
            if (!names.next().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static boolean isLegacyOrders(JsonNode told) {
        return told.isArray() && StreamSupport.stream(told.spliterator(), false).allMatch(JsonNode::isObject);
    }

    static boolean isLegacyBalance(JsonNode told) {
        return told.isObject()
                && (!Json.text(told.path("username")).isEmpty()
                        || Json.number(told.path("timestamp")).isPresent());
    }
}
