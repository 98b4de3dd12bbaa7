package gunbot.preflight.exchange.poloniex;

import static gunbot.preflight.exchange.poloniex.PoloniexListing.LISTING;
import static gunbot.preflight.exchange.poloniex.PoloniexListing.READING;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import java.util.stream.StreamSupport;

/** Reads what Poloniex tells a key that may read. Of rights, addresses or an end none of it says a word. */
final class PoloniexAnswers {
    private PoloniexAnswers() {}

    /** Any of the spot lists: that it came is the proof; the list of accounts tells besides whether they are locked. */
    static Facts list(JsonNode told) {
        if (!told.isArray() || !StreamSupport.stream(told.spliterator(), false).allMatch(JsonNode::isObject)) {
            return Facts.NONE;
        }
        var reads = inferred(READING, State.ON).with(account(told));
        boolean locked = StreamSupport.stream(told.spliterator(), false).anyMatch(PoloniexAnswers::isLocked);
        return locked ? reads.with(Refusal.of(Code.ACCOUNT_LOCKED, "accountState=LOCKED")) : reads;
    }

    private static AccountMark account(JsonNode accounts) {
        return StreamSupport.stream(accounts.spliterator(), false)
                .filter(account -> Json.text(account.path("accountType")).equals("SPOT"))
                .map(account -> Json.text(account.path("accountId")))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .map(id -> AccountMark.of("spot", id))
                .orElse(null);
    }

    private static boolean isLocked(JsonNode account) {
        return Json.text(account.path("accountType")).equals("SPOT")
                && Json.text(account.path("accountState")).equals("LOCKED");
    }

    /** The futures balance, in the envelope of {@code /v3}. */
    static Facts futuresBalance(JsonNode told) {
        boolean whole = Json.number(told.path("code")).orElse(0) == 200
                && told.path("data").isObject();
        return whole ? inferred(READING, State.ON) : Facts.NONE;
    }

    static Facts inferred(String box, State state) {
        return Facts.NONE.with(new Boxes(LISTING.boxes()).set(box, state).grants(Evidence.INFERRED));
    }
}
