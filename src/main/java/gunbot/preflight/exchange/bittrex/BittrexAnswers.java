package gunbot.preflight.exchange.bittrex;

import static gunbot.preflight.exchange.bittrex.BittrexListing.LISTING;
import static gunbot.preflight.exchange.bittrex.BittrexListing.READ;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what Bittrex told a key that might read. */
final class BittrexAnswers {
    private static final String SOURCE_OF_FUNDS = "SOURCE_OF_FUNDS";

    private BittrexAnswers() {}

    /** That the list came is the proof. */
    static Facts balances(JsonNode told) {
        boolean list = told.isArray()
                && StreamSupport.stream(told.spliterator(), false).allMatch(JsonNode::isObject);
        return list ? inferred(READ, State.ON) : Facts.NONE;
    }

    /** What keeps the whole account from trading, whatever the key may do. */
    static Optional<Refusal> blocked(JsonNode account) {
        var needed = account.path("actionsNeeded");
        boolean form = needed.isArray()
                && StreamSupport.stream(needed.spliterator(), false)
                        .anyMatch(action -> Json.text(action).equals(SOURCE_OF_FUNDS));
        return form
                ? Optional.of(Refusal.of(Code.ACCOUNT_SETUP, "actionsNeeded=" + SOURCE_OF_FUNDS)
                        .variant("funds"))
                : Optional.empty();
    }

    static Facts inferred(String box, State state) {
        return Facts.NONE.with(new Boxes(LISTING.boxes()).set(box, state).grants(Evidence.INFERRED));
    }
}
