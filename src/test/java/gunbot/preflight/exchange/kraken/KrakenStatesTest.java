package gunbot.preflight.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.kraken.KrakenStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kraken against its stand-in, in every state that a key can be in. */
class KrakenStatesTest {
    private static final String KEY = "GunbotTestKeyOfKrakenWithFiftySixCharactersInAll00001234";
    private static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");

    private final Kraken kraken = new Kraken();
    private KrakenStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new KrakenStandIn(Clock.systemUTC());
        standIn.start();
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
                    GOOD           | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF   |
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF  | TRADE_OFF
                    PARTIAL_READ   | NOT_READY | READ=OFF TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF  | READ_OFF
                    NO_MODIFY      | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF  | TRADE_OFF
                    NO_CLOSE       | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF DEPOSIT=OFF EARN=OFF  | TRADE_OFF
                    WITHDRAW_ON    | NOT_READY | READ=ON TRADE_SPOT=ON WITHDRAW=ON DEPOSIT=OFF EARN=OFF    | WITHDRAW_ON
                    UNRESTRICTED   | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF   | IP_UNRESTRICTED
                    EXPIRES_SOON   | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=OFF DEPOSIT=OFF EARN=OFF   | EXPIRES_SOON
                    EXPIRED        | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN DEPOSIT=UNKNOWN EARN=UNKNOWN | INVALID_KEY
                    WRONG_ADDRESS  | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN DEPOSIT=UNKNOWN EARN=UNKNOWN | INVALID_KEY
                    OTP            | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN DEPOSIT=UNKNOWN EARN=UNKNOWN | OTP_REQUIRED
                    ACCOUNT_LOCKED | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN DEPOSIT=UNKNOWN EARN=UNKNOWN | ACCOUNT_LOCKED
                    """)
    void declared_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code only) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).isEqualTo(only == null ? List.of() : List.of(only));
        assertThat(standIn.requests()).isEqualTo(Map.of("GET /0/public/Time", 1, "POST /0/private/GetApiKeyInfo", 1));
    }

    @Test
    void nonces_ofEveryKey() {
        assertThat(kraken.usesNonces(RIGHT)).isTrue();
    }

    @Test
    void declared_extraRights_excessNamesTheBoxes() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(result.judgement().findings())
                .extracting(f -> f.code() + " " + f.values().get("boxes"))
                .containsExactlyInAnyOrder(
                        "EXCESS_SCOPE \"Funds permissions - Deposit\"", "EXCESS_SCOPE \"Funds permissions - Earn\"");
    }

    @Test
    void declared_newRight_isSeenThoughTheCatalogueHasNoSuchScope() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NEW_RIGHT));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.scopes()).endsWith(" OTHER=ON");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(result.finding(Code.EXCESS_SCOPE).values()).containsEntry("boxes", "\"trade-equities\"");
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"permissions\":null}'", "[]", "'{\"permissions\":[7]}'"})
    void declared_nothing_unexpectedAnswerAndNeverReady(String result) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.answer("POST /0/private/GetApiKeyInfo", 200, "{\"error\":[],\"result\":" + result + "}", Map.of());

        assertThat(bench.check(kraken, RIGHT, standIn).codes()).containsExactly(Code.UNEXPECTED_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noSecretIsKept(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/0/private", fault);

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.codes()).isNotEmpty();
        assertThat(result.told() + " " + result.judgement())
                .doesNotContain(
                        KEY, SECRET, standIn.log().get(1).header("API-Sign").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED", "BANNED"})
    void rateLimited_pauseIsKept_secondCheckSendsNothing(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/0/private", fault);
        bench.check(kraken, RIGHT, standIn);
        standIn.fault("/0/private", Fault.NONE);
        standIn.forgetTraffic();

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.RATE_LIMITED);
        assertThat(standIn.requests()).isEmpty();
        assertThat(result.told().requests()).isZero();
    }

    @Test
    void declared_expiresSoon_tellsTheDate() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXPIRES_SOON));

        var expiry = bench.check(kraken, RIGHT, standIn).told().facts().expiry();

        assertThat(expiry.state()).isEqualTo(Expiry.Kind.AT);
        assertThat(expiry.at()).isAfter(Clock.systemUTC().instant());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void declared_eitherSpelling_sameFacts(boolean documented) {
        standIn.useDocumentedSpelling(documented);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.UNRESTRICTED));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.told().facts().ip().state()).isEqualTo(State.OFF);
        assertThat(result.told().facts().expiry().state()).isEqualTo(Expiry.Kind.NEVER);
    }

    @Test
    void wrongSecret_badSignature() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(kraken, new Credentials(KEY, "d3Jvbmctc2VjcmV0", "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED,       RATE_LIMITED",
        "MAINTENANCE,  MAINTENANCE",
        "GARBAGE,      UNEXPECTED_ANSWER",
        "EMPTY,        UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE,         UNEXPECTED_ANSWER",
        "ENDLESS,      UNEXPECTED_ANSWER",
        "GZIP_BOMB,    UNEXPECTED_ANSWER",
        "REDIRECT,     UNEXPECTED_ANSWER",
        "RESET,        UNREACHABLE",
        "FRONT_END_403, UNEXPECTED_ANSWER"
    })
    void privateCalls_fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/0/private", fault);

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/0/private", fault);

            assertThat(hurried.check(kraken, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @Test
    void ourClockAhead_notAsked() {
        standIn.clockAhead(Duration.ofSeconds(-10));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.NONCE);
        assertThat(result.told().clock().skewMillis()).isBetween(8_000L, 12_000L);
        assertThat(standIn.requests()).isEqualTo(Map.of("GET /0/public/Time", 1));
    }

    @Test
    void gunbotUsedALaterNonce_nonceAndNoSecondTry() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.bumpNonce(KEY, System.currentTimeMillis() * 1000);

        assertThat(bench.check(kraken, RIGHT, standIn).codes()).containsExactly(Code.NONCE);
        assertThat(standIn.requests()).containsEntry("POST /0/private/GetApiKeyInfo", 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN
                    READ_ONLY    | READ=ON TRADE_SPOT=OFF WITHDRAW=UNKNOWN
                    WITHDRAW_ON  | READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=ON
                    PARTIAL_READ | READ=OFF TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN
                    NO_CLOSE     | READ=ON TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN
                    NO_READ      | READ=OFF TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN
                    """)
    void noDeclaration_fallBacks_proveWhatCanBeProved(KeyState state, String scopes) {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(kraken, RIGHT, standIn);

        assertThat(result.scopes()).startsWith(scopes);
        assertThat(result.told().requests()).isLessThanOrEqualTo(7);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Balance, null, READ=UNKNOWN", "Balance, 7, READ=UNKNOWN", "WithdrawMethods, {}, READ=ON"})
    void noDeclaration_answerOfAnotherForm_provesNothing(String method, String result, String scopes) {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WITHDRAW_ON));
        standIn.answer("POST /0/private/" + method, 200, "{\"error\":[],\"result\":" + result + "}", Map.of());

        var checked = bench.check(kraken, RIGHT, standIn);

        assertThat(checked.scopes()).startsWith(scopes + " TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN");
        assertThat(checked.codes()).first().isEqualTo(Code.UNEXPECTED_ANSWER);
        assertThat(standIn.requests()).doesNotContainKey("POST /0/private/CancelOrder");
    }

    @Test
    void noDeclaration_refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.offerDeclaration(false);
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

            var result = careful.check(kraken, RIGHT, standIn);

            assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
            assertThat(standIn.requests()).doesNotContainKey("POST /0/private/CancelOrder");
        }
    }
}
