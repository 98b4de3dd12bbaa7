package gunbot.preflight.exchange.bitfinex;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.bitfinex.BitfinexStandIn;
import gunbot.preflight.testing.Bench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bitfinex against its stand-in, in every state that a key can be in. */
class BitfinexStatesTest {
    private static final String KEY = "GunbotTestKeyOfBitfinexWithFortyThreeC-1234";
    private static final String SECRET = "invented-secret-of-a-bitfinex-key-43-chars0";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final String STATUS = "GET /v2/platform/status";
    private static final String PERMISSIONS = "POST /v2/auth/r/permissions";
    private static final Map<String, Integer> DECLARED = Map.of(STATUS, 1, PERMISSIONS, 1);
    private static final Map<String, Integer> PROVED = Map.of(
            STATUS,
            1,
            PERMISSIONS,
            1,
            "POST /v2/auth/r/wallets",
            1,
            "POST /v2/auth/r/orders",
            1,
            "POST /v2/auth/w/order/cancel",
            1);

    private final Bitfinex bitfinex = new Bitfinex();
    private BitfinexStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new BitfinexStandIn(Clock.systemUTC()).start();
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
                    GOOD          | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF  |
                    UNRESTRICTED  | READY     | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF  |
                    READ_ONLY     | NOT_READY | READ=ON TRADE_SPOT=OFF WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF | TRADE_OFF
                    NO_READ       | NOT_READY | READ=OFF TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF | READ_OFF
                    PARTIAL_READ  | NOT_READY | READ=OFF TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=OFF | READ_OFF
                    WITHDRAW_ON   | NOT_READY | READ=ON TRADE_SPOT=ON WITHDRAW=ON TRANSFER=OFF EARN=OFF OTHER=OFF   | WITHDRAW_ON
                    TRANSFER_ON   | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=ON EARN=OFF OTHER=OFF   | TRANSFER_ON
                    NEW_RIGHT     | ATTENTION | READ=ON TRADE_SPOT=ON WITHDRAW=OFF TRANSFER=OFF EARN=OFF OTHER=ON   | EXCESS_SCOPE
                    WRONG_ADDRESS | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN EARN=UNKNOWN OTHER=UNKNOWN | INVALID_KEY
                    DISABLED      | NOT_READY | READ=UNKNOWN TRADE_SPOT=UNKNOWN WITHDRAW=UNKNOWN TRANSFER=UNKNOWN EARN=UNKNOWN OTHER=UNKNOWN | INVALID_KEY
                    """)
    void declared_state_verdictAndScopes(KeyState state, Verdict verdict, String scopes, Code only) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).isEqualTo(only == null ? List.of() : List.of(only));
        assertThat(standIn.requests()).isEqualTo(DECLARED);
        assertThat(result.told().facts().ip().state()).isEqualTo(State.UNKNOWN);
        assertThat(result.told().facts().expiry().state()).isEqualTo(Expiry.Kind.UNKNOWN);
    }

    @Test
    void declared_extraRights_excessNamesTheBoxes() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXTRA_RIGHTS));

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(result.judgement().findings())
                .extracting(f -> f.code() + " " + f.values().get("boxes"))
                .containsExactlyInAnyOrder(
                        "EXCESS_SCOPE \"Margin Funding - Write\"",
                        "EXCESS_SCOPE \"Margin Trading - Write\", \"Settings - Read\", \"Settings - Write\"");
    }

    @Test
    void declared_readingBoxMissing_isNamed() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.PARTIAL_READ));

        assertThat(bench.check(bitfinex, RIGHT, standIn).finding(Code.READ_OFF).values())
                .containsEntry("boxes", "\"Wallets - Read\"");
    }

    @Test
    void declared_asBooleans_sameFacts() {
        standIn.tellBooleans(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(bitfinex, RIGHT, standIn).judgement().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void declared_olderRows_whatIsNotToldIsUnknown() {
        standIn.onlyRows("account", "orders", "funding", "settings", "wallets", "withdraw");
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=UNKNOWN TRADE_SPOT=ON WITHDRAW=OFF");
        assertThat(result.codes()).containsExactly(Code.SCOPE_UNKNOWN);
    }

    @Test
    void declared_withoutTheRowsThatMatter_notUnderstood() {
        standIn.onlyRows("account", "history", "funding");
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(bitfinex, RIGHT, standIn).codes()).containsExactly(Code.UNEXPECTED_ANSWER);
    }

    @Test
    void invalidKey_messageNamesBothCauses() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));
        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.message(Code.INVALID_KEY)).contains("deleted", "addresses");
    }

    @Test
    void wrongSecret_badSignatureAndNoNonceSpent() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitfinex, new Credentials(KEY, "wrong-secret", "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
        assertThat(standIn.highestNonce(KEY)).isZero();
    }

    @Test
    void nonce_isATimeJustPastInMilliseconds() {
        var now = Instant.parse("2026-11-22T08:40:00.500Z");
        var fixed = Clock.fixed(now, ZoneOffset.UTC);
        try (var there = new BitfinexStandIn(fixed).start();
                var here = new Bench(fixed, Map.of())) {
            there.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

            here.check(bitfinex, RIGHT, there);
            assertThat(there.highestNonce(KEY)).isEqualTo(now.minusMillis(510).toEpochMilli());

            here.check(bitfinex, RIGHT, there);
            assertThat(there.highestNonce(KEY)).isEqualTo(now.minusMillis(509).toEpochMilli());
        }
    }

    @Test
    void ourClockALittleAhead_nonceIsTheirTime() {
        var now = Instant.parse("2026-11-22T08:40:00.900Z");
        try (var there = new BitfinexStandIn(Clock.fixed(now.minusMillis(1400), ZoneOffset.UTC)).start();
                var here = new Bench(Clock.fixed(now, ZoneOffset.UTC), Map.of())) {
            there.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

            assertThat(here.check(bitfinex, RIGHT, there).judgement().verdict()).isEqualTo(Verdict.READY);
            assertThat(there.highestNonce(KEY))
                    .isLessThanOrEqualTo(now.minusMillis(1400).toEpochMilli());
        }
    }

    @Test
    void ourClockAhead_notAsked() {
        standIn.clockAhead(Duration.ofSeconds(-10));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.NONCE);
        assertThat(standIn.requests()).isEqualTo(Map.of(STATUS, 1));
    }

    @Test
    void timeNotTold_notAsked() {
        standIn.tellDate(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var finding = bench.check(bitfinex, RIGHT, standIn).finding(Code.NONCE);

        assertThat(finding.variant()).isEqualTo("uncompared");
        assertThat(standIn.requests()).isEqualTo(Map.of(STATUS, 1));
    }

    @Test
    void gunbotUsesAFinerScale_nonceAndNoSecondTry() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        long microseconds = Clock.systemUTC().millis() * 1000;
        standIn.bumpNonce(KEY, microseconds);

        assertThat(bench.check(bitfinex, RIGHT, standIn).codes()).containsExactly(Code.NONCE);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
        assertThat(standIn.highestNonce(KEY)).isEqualTo(microseconds);
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
        "REGION,       UNEXPECTED_ANSWER",
        "FRONT_END_403, UNEXPECTED_ANSWER"
    })
    void privateCalls_fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/v2/auth", fault);

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
    }

    @Test
    void maintenance_ofTheWholePlatform_isSeenBeforeTheKeyIsUsed() {
        standIn.fault(Fault.MAINTENANCE);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(bitfinex, RIGHT, standIn).codes()).containsExactly(Code.MAINTENANCE);
        assertThat(standIn.requests()).isEqualTo(Map.of(STATUS, 1));
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/v2/auth", fault);

            assertThat(hurried.check(bitfinex, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noCredentialIsKept(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/v2/auth", fault);

        var result = bench.check(bitfinex, RIGHT, standIn);

        var signature = standIn.log().get(1).header("bfx-signature").orElseThrow();
        assertThat(result.toString()).doesNotContain(KEY, SECRET, signature);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GOOD         | READ=UNKNOWN TRADE_SPOT=ON WITHDRAW=UNKNOWN
                    WITHDRAW_ON  | READ=UNKNOWN TRADE_SPOT=ON WITHDRAW=UNKNOWN
                    READ_ONLY    | READ=UNKNOWN TRADE_SPOT=OFF WITHDRAW=UNKNOWN
                    PARTIAL_READ | READ=OFF TRADE_SPOT=ON WITHDRAW=UNKNOWN
                    NO_READ      | READ=OFF TRADE_SPOT=ON WITHDRAW=UNKNOWN
                    """)
    void noDeclaration_fallBacks_proveWhatCanBeProved(KeyState state, String scopes) {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(bitfinex, RIGHT, standIn);

        assertThat(result.scopes()).startsWith(scopes);
        assertThat(standIn.requests()).isEqualTo(PROVED);
        assertThat(standIn.mostInFlight()).isEqualTo(1);
    }

    @Test
    void noDeclaration_cancelEndsInANotification_tradeOn() {
        standIn.notifyOfCancels(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.LEGACY_NO_DECLARATION));

        assertThat(bench.check(bitfinex, RIGHT, standIn).scopes()).startsWith("READ=UNKNOWN TRADE_SPOT=ON");
    }

    @ParameterizedTest
    @CsvSource({
        "500, '[\"error\",10001,\"something new\"]'",
        "500, '[\"error\",10020,\"id: invalid\"]'",
        "500, '<html></html>'",
        "200, '[1760000000000,\"oc-req\",null,null,[1],null,\"SUCCESS\",\"Submitted.\"]'",
        "200, '[1760000000000,\"oc-req\",null,null,[1],null,\"ERROR\",\"something new\"]'",
        "200, '{}'"
    })
    void noDeclaration_cancelAnsweredOtherwise_tradeStaysUnknown(int status, String body) {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.PARTIAL_READ));
        standIn.answer("POST /v2/auth/w/order/cancel", status, body, Map.of());

        assertThat(bench.check(bitfinex, RIGHT, standIn).scopes()).startsWith("READ=OFF TRADE_SPOT=UNKNOWN");
    }

    @Test
    void noDeclaration_neitherReadsNorTrades_tradeStaysUnknown() {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NO_READ));
        standIn.answer(
                "POST /v2/auth/w/order/cancel", 500, "[\"error\",10001,\"api_key: permission invalid\"]", Map.of());

        assertThat(bench.check(bitfinex, RIGHT, standIn).scopes()).startsWith("READ=OFF TRADE_SPOT=UNKNOWN");
    }

    @Test
    void noDeclaration_refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.offerDeclaration(false);
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.READ_ONLY));

            var result = careful.check(bitfinex, RIGHT, standIn);

            assertThat(result.scopes()).startsWith("READ=UNKNOWN TRADE_SPOT=UNKNOWN");
            assertThat(result.codes()).containsExactly(Code.API_RETIRED);
            assertThat(standIn.requests()).doesNotContainKey("POST /v2/auth/w/order/cancel");
        }
    }
}
