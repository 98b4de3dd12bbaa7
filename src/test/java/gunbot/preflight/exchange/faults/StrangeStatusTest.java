package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.AMBIGUOUS_REFUSAL;
import static gunbot.preflight.facts.Code.API_RETIRED;
import static gunbot.preflight.facts.Code.CLOCK_SKEW;
import static gunbot.preflight.facts.Code.EXCHANGE_CLOSED;
import static gunbot.preflight.facts.Code.MAINTENANCE;
import static gunbot.preflight.facts.Code.PERMISSION_DENIED;
import static gunbot.preflight.facts.Code.RATE_LIMITED;
import static gunbot.preflight.facts.Code.READ_OFF;
import static gunbot.preflight.facts.Code.REGION_BLOCKED;
import static gunbot.preflight.facts.Code.UNEXPECTED_ANSWER;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.Answer;
import java.util.Map;
import java.util.stream.Stream;

/** Statuses that do not fit the body, and pages of what stands before an exchange. */
class StrangeStatusTest extends TroubleTest {
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en-US\"><head><title>Attention Required! | Cloudflare"
                    + "</title></head><body><h1>Sorry, you have been blocked</h1><p>Cloudflare Ray ID: 8f2c3d4e5f607182</p></body></html>";

    private static final String OF_THE_TOKEN = "its sheet: 401 and 403 are of the key, with whatever words";
    private static final String OF_THE_TIME = "its sheet: a bare 400 and 408 are of the time";
    private static final String BARE =
            "its sheet: a bare 401 or 403 is a missing right, where another question is answered";

    @Override
    Stream<Trouble> rows() {
        return Stream.of(
                good(201, UNEXPECTED_ANSWER),
                good(206, UNEXPECTED_ANSWER),
                good(301, UNEXPECTED_ANSWER),
                Trouble.uncertain("a body with status 304, which has none", way -> way.passWithStatus(304)),
                good(400, UNEXPECTED_ANSWER).asItsOwn("poloniex"),
                good(401, UNEXPECTED_ANSWER).atKey(AMBIGUOUS_REFUSAL, OF_THE_TOKEN, "nash"),
                good(403, UNEXPECTED_ANSWER)
                        .but(RATE_LIMITED, "its sheet: 403 is of the front end", "binance", "binance-futures")
                        .atKey(AMBIGUOUS_REFUSAL, OF_THE_TOKEN, "nash"),
                gone(good(404, UNEXPECTED_ANSWER)),
                good(408, UNEXPECTED_ANSWER).atKey(CLOCK_SKEW, OF_THE_TIME, "poloniex"),
                good(418, RATE_LIMITED),
                good(429, RATE_LIMITED),
                good(451, REGION_BLOCKED),
                good(500, MAINTENANCE),
                good(503, MAINTENANCE),
                good(520, MAINTENANCE),
                empty(204, UNEXPECTED_ANSWER),
                empty(400, UNEXPECTED_ANSWER).atKey(CLOCK_SKEW, OF_THE_TIME, "poloniex"),
                empty(401, UNEXPECTED_ANSWER)
                        .atKey(AMBIGUOUS_REFUSAL, OF_THE_TOKEN, "nash")
                        .atKey(READ_OFF, BARE, "poloniex")
                        .asItsOwn("poloniex"),
                empty(403, UNEXPECTED_ANSWER)
                        .but(
                                RATE_LIMITED,
                                "their sheets: 403 is of the front end",
                                "binance",
                                "binance-futures",
                                "bitmex")
                        .atKey(PERMISSION_DENIED, BARE, "bittrex")
                        .atKey(AMBIGUOUS_REFUSAL, OF_THE_TOKEN, "nash")
                        .atKey(READ_OFF, BARE, "poloniex")
                        .asItsOwn("poloniex", "bittrex"),
                gone(empty(404, UNEXPECTED_ANSWER))
                        .atKey(API_RETIRED, "its sheet: an interface that is gone", "cex")
                        .atKey(null, "another question is tried", "poloniex"),
                empty(429, RATE_LIMITED),
                empty(500, MAINTENANCE),
                page(400, UNEXPECTED_ANSWER),
                page(401, UNEXPECTED_ANSWER),
                page(403, UNEXPECTED_ANSWER)
                        .but(
                                RATE_LIMITED,
                                "their sheets: 403 is of the front end",
                                "binance",
                                "binance-futures",
                                "bitmex"),
                gone(page(404, UNEXPECTED_ANSWER))
                        .atKey(API_RETIRED, "its sheet: an interface that is gone", "cex")
                        .atTime(EXCHANGE_CLOSED, "its sheet: a web site where the exchange was", "nash")
                        .atKey(UNEXPECTED_ANSWER, "it has just told its markets, so it is there", "nash"),
                page(418, RATE_LIMITED),
                page(429, RATE_LIMITED),
                page(451, REGION_BLOCKED),
                page(500, MAINTENANCE),
                page(503, MAINTENANCE),
                page(525, MAINTENANCE));
    }

    /** Without the usual question other ways are tried, or the interface counts as gone. */
    private static Trouble gone(Trouble trouble) {
        return trouble.atTime(API_RETIRED, "without its time no nonce", "bitfinex")
                .atKey(null, "the rights are proved", "bitfinex", "nash")
                .atKey(API_RETIRED, "its sheet: closed", "bittrex");
    }

    private static Trouble good(int status, Code code) {
        return Trouble.of("good body with status " + status, code, way -> way.passWithStatus(status));
    }

    private static Trouble empty(int status, Code code) {
        return Trouble.of("no body and status " + status, code, way -> way.send(Answer.of(status, "", Map.of())));
    }

    private static Trouble page(int status, Code code) {
        return Trouble.of("a page with status " + status, code, way -> way.send(Answer.html(status, PAGE)));
    }
}
