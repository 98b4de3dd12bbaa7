package gunbot.preflight.exchange.coinbasepro;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.coinbasepro.CoinbaseProStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coinbase Exchange against its stand-in, in every state that a key can be in. */
class CoinbaseProStatesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String SECRET =
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
    private static final String PHRASE = "invented-passphrase";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, PHRASE, "");
    private static final String CANCEL = "DELETE /orders/00000000-0000-4000-8000-000000000000";
    private static final String NOTHING =
            "READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN";

    private final CoinbasePro coinbase = new CoinbasePro();
    private CoinbaseProStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new CoinbaseProStandIn(Clock.systemUTC()).start();
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
        standIn.close();
        assertThat(standIn.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    view trade                 | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF         | fees cancel fee payment
                    view trade manage          | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF         | fees cancel fee payment
                    view                       | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF TRANSFER=OFF        | fees cancel fee payment
                    trade                      | NOT_READY | READ=OFF TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF        | fees accounts coinbase cancel fee payment
                    view trade transfer        | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | fees cancel fee
                    view transfer              | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | fees cancel fee
                    trade transfer             | NOT_READY | READ=OFF TRADE_SPOT=ON WITHDRAW=ON TRANSFER=ON          | fees accounts coinbase cancel
                    manage                     | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | fees accounts
                    transfer                   | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN | fees accounts
                    """)
    void boxes_ticked_verdictAndScopesAndRequests(String boxes, Verdict verdict, String scopes, String asked) {
        know(KeyState.GOOD);
        standIn.tick(KEY, boxes.split(" "));

        var result = bench.check(coinbase, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes + " OTHER=UNKNOWN");
        assertThat(calls()).isEqualTo("time " + asked);
        assertThat(result.told().requests()).isEqualTo(calls().split(" ").length);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
        assertThat(result.codes()).contains(Code.EXCHANGE_RENAMED);
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD,          READY,     ",
        "EXTRA_RIGHTS,  READY,     ",
        "UNRESTRICTED,  READY,     ",
        "READ_ONLY,     NOT_READY, TRADE_OFF",
        "NO_READ,       NOT_READY, READ_OFF",
        "WITHDRAW_ON,   ATTENTION, SCOPE_UNKNOWN",
        "WRONG_ADDRESS, NOT_READY, IP_NOT_ALLOWED",
        "DISABLED,      NOT_READY, INVALID_KEY"
    })
    void state_verdictAndHeaviestFinding(KeyState state, Verdict verdict, Code first) {
        know(state);

        var result = bench.check(coinbase, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        if (first != null) {
            assertThat(result.codes()).startsWith(first);
        }
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
        assertThat(result.told().facts().expiry().state()).isEqualTo(Expiry.Kind.UNKNOWN);
    }

    @Test
    void workingKey_closureIsGoodToKnow_refusedKey_itIsTheLikelyCause() {
        know(KeyState.GOOD);
        assertThat(bench.check(coinbase, RIGHT, standIn)
                        .finding(Code.EXCHANGE_RENAMED)
                        .severity())
                .isEqualTo(Severity.INFO);

        standIn.remove(KEY);
        var refused = bench.check(coinbase, RIGHT, standIn);

        assertThat(refused.codes()).containsExactly(Code.INVALID_KEY, Code.EXCHANGE_RENAMED);
        assertThat(refused.finding(Code.EXCHANGE_RENAMED).severity()).isEqualTo(Severity.WARNING);
        assertThat(refused.message(Code.INVALID_KEY)).contains("1 December 2023");
        assertThat(refused.remedy(Code.EXCHANGE_RENAMED)).contains("institution", "remove the entry");
    }

    @Test
    void withdrawOn_namesTheBox() {
        know(KeyState.GOOD);
        standIn.tick(KEY, "trade", "transfer");

        assertThat(bench.check(coinbase, RIGHT, standIn)
                        .finding(Code.WITHDRAW_ON)
                        .values())
                .containsEntry("boxes", "\"Transfer\"");
    }

    @ParameterizedTest
    @CsvSource({"view trade", "view trade transfer"})
    void viewReadsTransfers_neverOnNorOff(String boxes) {
        standIn.viewReadsTransfers(true);
        know(KeyState.GOOD);
        standIn.tick(KEY, boxes.split(" "));

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes())
                .isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN");
    }

    @Test
    void anotherProfile_oneDenialAloneProvesNothing() {
        standIn.defaultProfile(false);
        know(KeyState.WITHDRAW_ON);

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes())
                .isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN");
        assertThat(calls()).isEqualTo("time fees cancel fee payment");
    }

    @ParameterizedTest
    @CsvSource({"GOOD, OFF", "WITHDRAW_ON, UNKNOWN"})
    void feeWantsAnAddress_isNoDenial(KeyState state, State withdraw) {
        standIn.wantAddress(true);
        know(state);

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes()).contains("WITHDRAW=" + withdraw);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NotFound,                 ON",
        "404, order not found,          ON",
        "400, order not found,          ON",
        "400, Invalid order id,         ON",
        "400, Product not found,        UNKNOWN",
        "404, Route not found,          UNKNOWN",
        "401, Unauthorized.,            UNKNOWN",
        "403, something new,            UNKNOWN",
        "400, Cancel only mode,         UNKNOWN",
        "429, Private rate limit exceeded, UNKNOWN",
        "500, something new,            UNKNOWN",
        "200, something new,            UNKNOWN"
    })
    void cancel_answered_tradeOnlyWhereItIsProved(int status, String message, State trade) {
        standIn.unknownOrder(status, message);
        know(KeyState.GOOD);

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=" + trade);
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'{}'", "'\"00000000-0000-4000-8000-000000000000\"'", "'<html></html>'", "''"})
    void cancel_answeredAsIfItWorked_tradeStaysUnknown(String body) {
        know(KeyState.READ_ONLY);
        standIn.answer(CANCEL, 200, body, Map.of());

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
    }

    @Test
    void wrongSecret_badSignature() {
        know(KeyState.GOOD);

        var result = bench.check(coinbase, new Credentials(KEY, SECRET.replace("AAEC", "BBEC"), PHRASE, ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE, Code.EXCHANGE_RENAMED);
        assertThat(calls()).isEqualTo("time fees");
    }

    @ParameterizedTest
    @CsvSource({"401", "400"})
    void wrongPassphrase_eitherStatus_saysSo(int status) {
        standIn.passphraseStatus(status);
        know(KeyState.GOOD);

        var result = bench.check(coinbase, new Credentials(KEY, SECRET, "account-password", ""), standIn);

        assertThat(result.codes()).startsWith(Code.BAD_PASSPHRASE);
    }

    @ParameterizedTest
    @CsvSource({
        "401, IP does not match IP whitelist, IP_NOT_ALLOWED",
        "403, IP does not match IP whitelist, IP_NOT_ALLOWED",
        "401, Unauthorized.,                  AMBIGUOUS_REFUSAL",
        "403, something new,                  AMBIGUOUS_REFUSAL",
        "403, Forbidden,                      PERMISSION_DENIED"
    })
    void wrongAddress_whateverItIsTold_noStateAndBlocked(int status, String message, Code code) {
        standIn.wrongAddress(status, message);
        know(KeyState.WRONG_ADDRESS);

        var result = bench.check(coinbase, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code, Code.EXCHANGE_RENAMED);
        assertThat(result.scopes()).isEqualTo(NOTHING);
    }

    @Test
    void sandbox_isAskedInTheSameWay() {
        know(KeyState.GOOD);

        var result = bench.check(coinbase, RIGHT, standIn, Market.SPOT, true, Role.BOTH);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource({"300, behind", "-300, ahead"})
    void ourClockOff_askedOnceMoreAndBlocked(long seconds, String direction) {
        standIn.clockAhead(Duration.ofSeconds(seconds));
        know(KeyState.GOOD);

        var result = bench.check(coinbase, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON WITHDRAW=OFF");
        assertThat(result.finding(Code.CLOCK_SKEW).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", direction);
        assertThat(standIn.requests()).containsEntry("GET /fees", 2);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED,       RATE_LIMITED",
        "REGION,       UNEXPECTED_ANSWER",
        "FRONT_END_403, UNEXPECTED_ANSWER",
        "MAINTENANCE,  MAINTENANCE",
        "GARBAGE,      UNEXPECTED_ANSWER",
        "EMPTY,        UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE,         UNEXPECTED_ANSWER",
        "ENDLESS,      UNEXPECTED_ANSWER",
        "GZIP_BOMB,    UNEXPECTED_ANSWER",
        "REDIRECT,     UNEXPECTED_ANSWER",
        "RESET,        UNREACHABLE"
    })
    void firstQuestion_fault_unknownWithItsCode(Fault fault, Code code) {
        know(KeyState.GOOD);
        standIn.fault("/fees", fault);

        var result = bench.check(coinbase, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code, Code.EXCHANGE_RENAMED);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.scopes()).isEqualTo(NOTHING);
        assertThat(calls()).isEqualTo("time fees");
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED", "REGION", "MAINTENANCE", "GARBAGE", "EMPTY", "TRUNCATED_JSON", "HUGE", "RESET"})
    void laterQuestions_fault_nothingIsTurnedOff(Fault fault) {
        know(KeyState.GOOD);
        standIn.fault("/orders", fault);
        standIn.fault("/withdrawals", fault);
        standIn.fault("/payment-methods", fault);

        assertThat(bench.check(coinbase, RIGHT, standIn).scopes())
                .isEqualTo("READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN OTHER=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            know(KeyState.GOOD);
            standIn.fault("/fees", fault);

            assertThat(hurried.check(coinbase, RIGHT, standIn).codes()).startsWith(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noCredentialIsKept(Fault fault) {
        know(KeyState.GOOD);
        standIn.fault(fault);

        var result = bench.check(coinbase, RIGHT, standIn);

        var signature = standIn.log().get(1).header("CB-ACCESS-SIGN").orElseThrow();
        assertThat(result.toString()).doesNotContain(KEY, SECRET, PHRASE, signature);
    }

    @Test
    void refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            know(KeyState.READ_ONLY);

            var result = careful.check(coinbase, RIGHT, standIn);

            assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=OFF");
            assertThat(calls()).isEqualTo("time fees fee payment");
        }
    }

    private void know(KeyState state) {
        standIn.add(StandInKey.of(KEY, SECRET, PHRASE, state));
    }

    /** What was asked, in short and in order. */
    private String calls() {
        var names = Map.of(
                "GET /time",
                "time",
                "GET /fees",
                "fees",
                "GET /accounts",
                "accounts",
                "GET /coinbase-accounts",
                "coinbase",
                "GET /withdrawals/fee-estimate",
                "fee",
                "GET /payment-methods",
                "payment",
                CANCEL,
                "cancel");
        var asked = standIn.log().stream().map(request -> names.get(request.call()));
        return String.join(" ", asked.toList());
    }
}
