package gunbot.preflight.exchange.nash;

import static gunbot.preflight.exchange.nash.NashListing.ANY_KEY;
import static gunbot.preflight.exchange.nash.NashListing.API_TRADE;
import static gunbot.preflight.exchange.nash.NashListing.LISTING;
import static gunbot.preflight.exchange.nash.NashListing.WHITE_LIST;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Hole;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what Nash tells of itself and of a token. */
final class NashAnswers {
    /** Types of a token that is the session of a browser or of a sign-in. */
    private static final Set<String> SESSIONS = Set.of("ACCESS", "KYC", "TWO_FACTOR_LOGIN");

    private static final long FIRST_OF_MILLIS = 1_000_000_000_000L;

    private NashAnswers() {}

    /** Nash's time. Its unit is told nowhere: by its size it is seconds or milliseconds. */
    static OptionalLong time(JsonNode data) {
        var told = Json.number(data.path("getExchangeStatus").path("serverTimestamp"));
        return told.isPresent() && told.getAsLong() < FIRST_OF_MILLIS ? OptionalLong.of(told.getAsLong() * 1000) : told;
    }

    /** Why the exchange does not trade, by its markets; nothing where one runs or a state cannot be read. */
    static Optional<Refusal> notTrading(JsonNode markets) {
        var states = new ArrayList<String>();
        markets.forEach(market -> states.add(Json.text(market.path("status"))));
        if (!markets.isArray() || !Set.of("PAUSED", "STOPPED").containsAll(states)) {
            return Optional.empty();
        }
        return Optional.of(
                states.contains("PAUSED")
                        ? Refusal.of(Code.MAINTENANCE, "every market is paused")
                        : Refusal.of(Code.EXCHANGE_CLOSED, "no market runs").variant("no-market"));
    }

    /** A market that runs and takes orders, for the cancel. */
    static Optional<String> market(JsonNode markets) {
        for (JsonNode market : markets) {
            var name = Json.text(market.path("name"));
            if (Json.text(market.path("status")).equals("RUNNING")
                    && Json.state(market.path("tradeBlocked")) == State.OFF
                    && Hole.MARKET.admits(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** What a token is; nothing where the answer is not about this one. */
    static Facts declaration(JsonNode token, String key) {
        if (!Json.text(token.path("id")).equals(key)) {
            return Facts.NONE;
        }
        var type = Json.text(token.path("type"));
        if (SESSIONS.contains(type)) {
            return Facts.refused(Refusal.of(Code.INVALID_KEY, "type=" + type).variant("session"));
        }
        var boxes = new Boxes(LISTING.boxes());
        var listed = listed(token.path(WHITE_LIST));
        if (type.equals(API_TRADE)) {
            boxes.set(ANY_KEY, State.ON).set(API_TRADE, State.ON).set(WHITE_LIST, listed);
        } else if (listed == State.ON) { // a type that nobody has judged: an empty list may mean something else there
            boxes.set(WHITE_LIST, listed);
        }
        var expiry = expiry(token.path("expireAt"));
        return Facts.NONE
                .with(boxes.grants(Evidence.DECLARED))
                .with(expiry)
                .unlessTold(expiry.state() != Expiry.Kind.UNKNOWN, "expireAt");
    }

    private static State listed(JsonNode addresses) {
        if (addresses.isArray() && addresses.isEmpty()) {
            return State.OFF;
        }
        for (JsonNode address : addresses) {
            if (addresses.isArray() && !Json.text(address.path("address")).isEmpty()) {
                return State.ON;
            }
        }
        return State.UNKNOWN;
    }

    private static Expiry expiry(JsonNode at) {
        try {
            return Expiry.at(OffsetDateTime.parse(Json.text(at)).toInstant());
        } catch (DateTimeException notTold) {
            return Expiry.UNKNOWN;
        }
    }
}
