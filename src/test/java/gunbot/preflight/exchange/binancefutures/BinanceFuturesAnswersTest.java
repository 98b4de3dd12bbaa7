package gunbot.preflight.exchange.binancefutures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BinanceFuturesAnswersTest {
    private static final String DECLARED =
            """
            {"ipRestrict": true, "createTime": 1781000000000, "enableReading": true, "enableWithdrawals": false,
             "enableInternalTransfer": false, "enableMargin": false, "enableFutures": true,
             "permitsUniversalTransfer": false, "enableVanillaOptions": false, "enableFixApiTrade": false,
             "enableFixReadOnly": false, "enableSpotAndMarginTrading": true, "enablePortfolioMarginTrading": false,
             "tradingAuthorityExpirationTime": 1783592000000}
            """;
    private static final String INFO =
            """
            {"vipLevel": 0, "isMarginEnabled": false, "isFutureEnabled": true, "isOptionsEnabled": false,
             "isPortfolioMarginRetailEnabled": false}
            """;

    @Test
    void sample_rightsAddressesAndNoEnd() {
        var facts = BinanceFuturesAnswers.declaration(json(DECLARED), json(INFO));

        assertThat(states(facts))
                .isEqualTo(
                        "READ=ON TRADE_SPOT=ON TRADE_MARGIN=OFF TRADE_FUTURES=ON WITHDRAW=OFF TRANSFER=OFF OTHER=OFF");
        assertThat(facts.ip().state()).isEqualTo(State.ON);
        assertThat(facts.refusals()).isEmpty();
        // the date is about spot and margin trading
        assertThat(facts.expiry()).isEqualTo(Expiry.NEVER);
    }

    @Test
    void unrestricted_end_isUnknown() {
        assertThat(BinanceFuturesAnswers.declaration(with(DECLARED, "ipRestrict", "false"))
                        .expiry())
                .isEqualTo(Expiry.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | true  | false | ON  | ''
                    true  | true  | true  | ON  | portfolio-margin
                    false | true  | false | OFF | ''
                    false | false | false | OFF | futures
                    false | true  | true  | OFF | portfolio-margin
                    false | false | true  | OFF | portfolio-margin futures
                    """)
    void account_products_whatIsMissing(
            String futures, String opened, String portfolioMargin, State state, String setups) {
        var info = with(
                with(INFO, "isFutureEnabled", opened).toString(), "isPortfolioMarginRetailEnabled", portfolioMargin);

        var facts = BinanceFuturesAnswers.declaration(with(DECLARED, "enableFutures", futures), info);

        assertThat(facts.grant(Scope.TRADE_FUTURES).state()).isEqualTo(state);
        assertThat(facts.refusals().stream().map(Refusal::variant).collect(Collectors.joining(" ")))
                .isEqualTo(setups);
    }

    /** The documentation's own example has it ticked on a key without futures. */
    @ParameterizedTest
    @CsvSource({"false, Enable Futures", "true, 'Enable Futures, Enable Portfolio Margin Trading'"})
    void portfolioMarginBox_withoutThatProduct_meansNothing(String product, String on) {
        var facts = BinanceFuturesAnswers.declaration(
                with(DECLARED, "enablePortfolioMarginTrading", "true"),
                with(INFO, "isPortfolioMarginRetailEnabled", product));

        assertThat(facts.grant(Scope.TRADE_FUTURES).on()).containsExactly(on.split(", "));
        assertThat(BinanceFuturesAnswers.declaration(with(
                                with(DECLARED, "enableFutures", "false").toString(),
                                "enablePortfolioMarginTrading",
                                "true"))
                        .grant(Scope.TRADE_FUTURES)
                        .state())
                .as("it gives no right on the usual hosts")
                .isEqualTo(State.OFF);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damagedField_neverAnUnsupportedState(String field, JsonNode value) {
        var declared = (ObjectNode) json(DECLARED);
        var sound = BinanceFuturesAnswers.declaration(declared, json(INFO));
        damage(declared, field, value);

        var facts = BinanceFuturesAnswers.declaration(declared, json(INFO));

        assertThat(facts.refusals()).isEmpty();
        for (var scope : Scope.values()) {
            var grant = facts.grant(scope);
            assertThat(grant.state() == State.UNKNOWN
                            || grant.state() == sound.grant(scope).state())
                    .as("%s without %s is %s", scope, field, grant)
                    .isTrue();
            assertThat(grant.evidence() == Evidence.NONE).isEqualTo(grant.state() == State.UNKNOWN);
        }
        var gone = DECIDES.stream().filter(pair -> pair.get(0).equals(field)).findFirst();
        gone.ifPresent(pair ->
                assertThat(facts.grant(Scope.valueOf(pair.get(1))).state()).isEqualTo(State.UNKNOWN));
        if (field.equals("ipRestrict")) {
            assertThat(facts.ip().state()).isEqualTo(State.UNKNOWN);
            assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
        }
    }

    private static final List<List<String>> DECIDES = List.of(
            List.of("enableReading", "READ"),
            List.of("enableFutures", "TRADE_FUTURES"),
            List.of("enableWithdrawals", "WITHDRAW"),
            List.of("enableInternalTransfer", "TRANSFER"),
            List.of("permitsUniversalTransfer", "TRANSFER"),
            List.of("enableSpotAndMarginTrading", "TRADE_SPOT"));

    static Stream<Arguments> damages() {
        return json(DECLARED).properties().stream()
                .map(java.util.Map.Entry::getKey)
                .flatMap(field -> Stream.of("null", "\"true\"", "{}", "1", "")
                        .map(value -> Arguments.of(field, value.isEmpty() ? null : json(value))));
    }

    @ParameterizedTest
    @MethodSource("infoDamages")
    void damagedInfo_blamesNothing(String field, JsonNode value) {
        var info = (ObjectNode) json(INFO);
        damage(info, field, value);

        var facts = BinanceFuturesAnswers.declaration(with(DECLARED, "enableFutures", "false"), info);

        assertThat(facts.refusals()).isEmpty();
        assertThat(facts.grant(Scope.TRADE_FUTURES).state()).isEqualTo(State.OFF);
    }

    static Stream<Arguments> infoDamages() {
        return Stream.of("isFutureEnabled", "isPortfolioMarginRetailEnabled", "isMarginEnabled")
                .flatMap(field -> Stream.of("null", "\"true\"", "0", "")
                        .map(value -> Arguments.of(field, value.isEmpty() ? null : json(value))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"feeTier": 0, "canTrade": true, "canDeposit": true, "canWithdraw": true, "dualSidePosition": false} | 0
                    {"canTrade": false, "canDeposit": true, "canWithdraw": true}                                         | 1
                    {"canTrade": null}                                                                                   | 1
                    {"canTrade": "false"}                                                                                | 1
                    {}                                                                                                   | 1
                    """)
    void account_leaveToTrade(String account, int refusals) {
        var facts = BinanceFuturesAnswers.account(json(account));

        assertThat(facts.refusals()).hasSize(refusals);
        assertThat(facts.grants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"indicators": {"ACCOUNT": [{"indicator": "TMV", "value": 12, "triggerValue": 10, "plannedRecoverTime": 1790000600000, "isLocked": true}]}, "updateTime": 1790000000000} | true
                    {"indicators": {"ACCOUNT": [{"isLocked": false}]}} | false
                    {"indicators": {"BTCUSDT": [{"indicator": "UFR", "isLocked": true}]}} | false
                    {"indicators": {"ACCOUNT": [null, 7, {"isLocked": "true"}]}} | false
                    {"indicators": []} | false
                    {} | false
                    """)
    void tradingStatus_lockOfTheAccount(String status, boolean locked) {
        assertThat(BinanceFuturesAnswers.locked(json(status))).isEqualTo(locked);
    }

    private static void damage(ObjectNode json, String field, JsonNode value) {
        if (value == null) {
            json.remove(field);
        } else {
            json.set(field, value);
        }
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }

    private static JsonNode with(String text, String field, String value) {
        return ((ObjectNode) json(text)).set(field, json(value));
    }

    private static String states(Facts facts) {
        return Stream.of(
                        Scope.READ,
                        Scope.TRADE_SPOT,
                        Scope.TRADE_MARGIN,
                        Scope.TRADE_FUTURES,
                        Scope.WITHDRAW,
                        Scope.TRANSFER,
                        Scope.OTHER)
                .map(scope -> scope + "=" + facts.grant(scope).state())
                .collect(Collectors.joining(" "));
    }
}
