package gunbot.preflight.exchange.huobi;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.huobi.HuobiStandIn;
import gunbot.preflight.standin.huobi.SubUserRefusal;
import gunbot.preflight.testing.Bench;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** HTX against its stand-in, in every state that a key can be in. */
class HuobiStatesTest {
    private static final String KEY = "1a2b3c4d-5e6f7a8b-9c0d1e2f-3a4b5";
    private static final String SECRET = "0f1e2d3c-4b5a6978-8796a5b4-c3d2e";
    private static final Credentials RIGHT = new Credentials(KEY, SECRET, "", "");
    private static final String TIME = "GET /v1/common/timestamp";
    private static final String UID = "GET /v2/user/uid";
    private static final String INFO = "GET /v2/user/api-key";
    private static final String ACCOUNTS = "GET /v1/account/accounts";
    private static final String CANCEL = "POST /v1/order/orders/submitCancelClientOrder";
    private static final Map<String, Integer> DECLARED = Map.of(TIME, 1, UID, 1, INFO, 1, ACCOUNTS, 1);
    private static final Map<String, Integer> PROVED = Map.of(TIME, 1, UID, 1, ACCOUNTS, 1, CANCEL, 1);

    private final Huobi huobi = new Huobi();
    private HuobiStandIn standIn;
    private Bench bench;

    @BeforeEach
    void start() {
        standIn = new HuobiStandIn(Clock.systemUTC()).start();
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
                    GOOD           | READY     | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON     | ''
                    READ_ONLY      | NOT_READY | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF | TRADE_OFF
                    WITHDRAW_ON    | NOT_READY | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=ON TRANSFER=ON      | WITHDRAW_ON
                    UNRESTRICTED   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON     | IP_UNRESTRICTED
                    EXPIRES_SOON   | ATTENTION | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON     | IP_UNRESTRICTED EXPIRES_SOON
                    ACCOUNT_LOCKED | NOT_READY | READ=ON TRADE_SPOT=ON TRADE_MARGIN=ON TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=ON     | ACCOUNT_LOCKED
                    """)
    void declared_state_verdictScopesAndRequests(KeyState state, Verdict verdict, String scopes, String codes) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.judgement().verdict()).isEqualTo(verdict);
        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).extracting(Code::name).isEqualTo(words(codes));
        assertThat(standIn.requests()).isEqualTo(DECLARED);
        assertThat(result.told().requests()).isEqualTo(4);
        assertThat(result.told().facts().account()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"WRONG_ADDRESS, IP_NOT_ALLOWED", "DISABLED, INVALID_KEY"})
    void refused_state_itsCodeAfterOneQuestion(KeyState state, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, UID, 1));
    }

    @Test
    void wrongAddress_tellsTheAddressToAllow() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));

        assertThat(bench.check(huobi, RIGHT, standIn)
                        .finding(Code.IP_NOT_ALLOWED)
                        .values())
                .containsEntry("address", HuobiStandIn.SEEN_FROM);
    }

    @ParameterizedTest
    @CsvSource({"true, INVALID_KEY, 1", "false, EXPIRED, 2"})
    void expired_describedOrRefused_toldEitherWay(boolean refused, Code code, int signed) {
        standIn.refuseExpired(refused);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.EXPIRED));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.told().requests()).isEqualTo(1 + signed);
    }

    @Test
    void newRight_isShownAsExcess() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.NEW_RIGHT));

        var finding = bench.check(huobi, RIGHT, standIn).finding(Code.EXCESS_SCOPE);

        assertThat(finding.values()).containsEntry("boxes", "\"assetPledge\"");
    }

    @Test
    void masterKey_thatTrades_isExcessOnce() {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(huobi, RIGHT, standIn, Market.SPOT, false, Role.MASTER);

        assertThat(result.codes()).containsExactly(Code.EXCESS_SCOPE);
    }

    @Test
    void severalKeysListed_theTestedOneIsJudged() {
        standIn.listAllKeys(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(huobi, RIGHT, standIn).codes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SubUserRefusal.class)
    void subUser_howeverRefused_readAndTradeAreProved(SubUserRefusal refusal) {
        standIn.subUserRefusal(refusal);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.LEGACY_NO_DECLARATION));

        var result = bench.check(huobi, RIGHT, standIn);

        // an empty 403 may as well come from what stands before the exchange: it proves no sub-user
        boolean proved = refusal != SubUserRefusal.EMPTY_403;
        assertThat(result.scopes())
                .isEqualTo("READ=ON TRADE_SPOT=ON TRADE_MARGIN=UNKNOWN TRADE_FUTURES=UNKNOWN WITHDRAW="
                        + (proved ? "OFF" : "UNKNOWN") + " TRANSFER=UNKNOWN");
        assertThat(result.judgement().verdict()).isEqualTo(proved ? Verdict.READY : Verdict.ATTENTION);
        assertThat(standIn.requests()).isEqualTo(PROVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    READ_ONLY      | READ=ON TRADE_SPOT=OFF TRADE_MARGIN=OFF TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF | TRADE_OFF
                    """)
    void subUser_withoutTrade_isOff(KeyState state, String scopes, Code code) {
        standIn.offerDeclaration(false);
        standIn.subUserRefusal(SubUserRefusal.CODE_403);
        standIn.add(StandInKey.of(KEY, SECRET, state));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.scopes()).isEqualTo(scopes);
        assertThat(result.codes()).containsExactly(code);
    }

    @Test
    void subUser_locked_noCancelIsTried() {
        standIn.offerDeclaration(false);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.ACCOUNT_LOCKED));

        assertThat(bench.check(huobi, RIGHT, standIn).codes()).contains(Code.ACCOUNT_LOCKED);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, UID, 1, ACCOUNTS, 1));
    }

    @Test
    void subUser_refusalProbesOff_noneIsSent() {
        try (var careful = new Bench(Clock.systemUTC(), Map.of("preflight.probe.refusal-probes", "false"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.LEGACY_NO_DECLARATION));

            assertThat(careful.check(huobi, RIGHT, standIn).scopes()).startsWith("READ=ON TRADE_SPOT=UNKNOWN");
            assertThat(standIn.requests()).doesNotContainKey(CANCEL);
        }
    }

    /** The main account's number was told, so this is no sub-user: nothing is known of withdrawing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    403 | ''
                    403 | <html>blocked</html>
                    405 | {"status":"error","err-code":"method-not-allowed","err-msg":"gone"}
                    200 | {"code":1002,"message":"forbidden"}
                    200 | {"code":1003,"message":"unauthorized"}
                    200 | {"code":2002,"message":"invalid field value in 'uid'"}
                    200 | {"code":200,"data":[]}
                    200 | {"code":200,"data":{}}
                    200 | {"code":200,"data":[{"accessKey":"1a2b3c4d-5e6f7a8b-9c0d1e2f-3a4b5","permission":null}]}
                    """)
    void noDescription_ofAMainKey_withdrawStaysUnknown(int status, String body) {
        standIn.answer(INFO, status, body, Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON").contains("WITHDRAW=UNKNOWN");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({"'{\"code\":200}'", "'{\"code\":200,\"data\":null}'", "'{\"code\":200,\"data\":\"x\"}'", "<html>"})
    void noNumberOfTheAccount_withdrawStaysUnknown(String body) {
        standIn.answer(UID, 200, body, Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(huobi, RIGHT, standIn).scopes())
                .startsWith("READ=ON TRADE_SPOT=ON")
                .contains("WITHDRAW=UNKNOWN");
    }

    @Test
    void oneCallRefusesTheSignature_theOthersCount() {
        standIn.answer(
                UID,
                200,
                "{\"status\":\"error\",\"err-code\":\"api-signature-check-failed\",\"err-msg\":\"Api Signature check failed (unknown).\"}",
                Map.of());
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(huobi, RIGHT, standIn).scopes()).contains("READ=ON", "WITHDRAW=UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void wrongSecret_inEitherEnvelope_badSignature(boolean numbers) {
        standIn.refuseByNumbers(numbers);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(huobi, new Credentials(KEY, "wrong-secret", "", ""), standIn);

        assertThat(result.codes()).containsExactly(Code.BAD_SIGNATURE);
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, UID, 1));
    }

    @Test
    void wrongAddress_byNumber_isSeenToo() {
        standIn.refuseByNumbers(true);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.WRONG_ADDRESS));

        assertThat(bench.check(huobi, RIGHT, standIn).codes()).containsExactly(Code.IP_NOT_ALLOWED);
    }

    @Test
    void ed25519Key_isSignedAndVerified() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----";
        standIn.add(StandInKey.of(KEY, pair.getPublic(), KeyState.GOOD));

        assertThat(bench.check(huobi, new Credentials(KEY, pem, "", ""), standIn)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.READY);
        assertThat(standIn.requests()).isEqualTo(DECLARED);
    }

    @ParameterizedTest
    @CsvSource({"-600, ahead", "600, behind"})
    void skewedClock_askedOnceMoreWithTheirs_blocksAllTheSame(long aheadSeconds, String direction) {
        standIn.clockAhead(Duration.ofSeconds(aheadSeconds));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(Code.CLOCK_SKEW);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(result.finding(Code.CLOCK_SKEW).values()).containsEntry("direction", direction);
        assertThat(result.scopes()).startsWith("READ=ON TRADE_SPOT=ON");
        assertThat(standIn.requests()).isEqualTo(Map.of(TIME, 1, UID, 2, INFO, 1, ACCOUNTS, 1));
    }

    @Test
    void clockOffByMoreThanTheAdvisedHalfMinute_isWarnedOf() {
        standIn.clockAhead(Duration.ofSeconds(45));
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.finding(Code.CLOCK_SKEW).variant()).isEqualTo("near");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BANNED, RATE_LIMITED",
        "MAINTENANCE, MAINTENANCE",
        "GARBAGE, UNEXPECTED_ANSWER",
        "EMPTY, UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, UNEXPECTED_ANSWER",
        "HUGE, UNEXPECTED_ANSWER",
        "ENDLESS, UNEXPECTED_ANSWER",
        "GZIP_BOMB, UNEXPECTED_ANSWER",
        "REDIRECT, UNEXPECTED_ANSWER",
        "RESET, UNREACHABLE",
        "FRONT_END_403, UNEXPECTED_ANSWER"
    })
    void everyCall_fault_unknownWithItsCode(Fault fault, Code code) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault("/v2/user", fault);
        standIn.fault("/v1/account", fault);

        var result = bench.check(huobi, RIGHT, standIn);

        assertThat(result.codes()).containsExactly(code);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.scopes()).doesNotContain("=ON").doesNotContain("=OFF");
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "TRICKLE"})
    void silent_unreachableWithinTheTime(Fault fault) {
        try (var hurried = new Bench(Clock.systemUTC(), Map.of("preflight.probe.timeout", "300ms"))) {
            standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
            standIn.fault("/v2/user", fault);

            assertThat(hurried.check(huobi, RIGHT, standIn).codes()).containsExactly(Code.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ECHO", "ECHO_IN_GOOD_ANSWER"})
    void echo_noSecretInWhatIsKept(Fault fault) {
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));
        standIn.fault(fault);

        assertThat(bench.check(huobi, RIGHT, standIn).toString()).doesNotContain(KEY, SECRET);
    }

    @Test
    void accountsUnreachable_theDeclaredRightsStand() {
        standIn.fault("/v1/account", Fault.RESET);
        standIn.add(StandInKey.of(KEY, SECRET, KeyState.GOOD));

        assertThat(bench.check(huobi, RIGHT, standIn).judgement().verdict()).isEqualTo(Verdict.READY);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
