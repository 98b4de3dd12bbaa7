package gunbot.preflight.exchange.binance;

import static gunbot.preflight.testing.Said.forgotten;
import static gunbot.preflight.testing.Said.json;
import static gunbot.preflight.testing.Said.states;
import static gunbot.preflight.testing.Said.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.TimeCall;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample answers of the fact sheet, whole and maimed. */
class BinanceAnswersTest {
    private static final List<String> MAIMED = List.of("", "null", "'true'", "'false'", "1", "0", "[]", "[true]", "{}");
    private static final JsonNode SAMPLE = json(
            """
            {
              "ipRestrict": true,
              "createTime": 1781000000000,
              "enableReading": true,
              "enableWithdrawals": false,
              "enableInternalTransfer": false,
              "enableMargin": false,
              "enableFutures": false,
              "permitsUniversalTransfer": false,
              "enableVanillaOptions": false,
              "enableFixApiTrade": false,
              "enableFixReadOnly": false,
              "enableSpotAndMarginTrading": true,
              "enablePortfolioMarginTrading": false,
              "tradingAuthorityExpirationTime": 1783592000000
            }
            """);

    @Test
    void declaration_sample_everyScopeDeclared() {
        var facts = BinanceAnswers.declaration(SAMPLE);

        assertThat(states(facts))
                .isEqualTo("READ=ON TRADE_SPOT=ON TRADE_FUTURES=OFF WITHDRAW=OFF TRANSFER=OFF OTHER=OFF");
        assertThat(facts.grants().values()).allMatch(grant -> grant.evidence() == Evidence.DECLARED);
        assertThat(facts.ip().state()).isEqualTo(State.ON);
        assertThat(facts.ip().addresses()).isEmpty();
        assertThat(facts.expiry()).isEqualTo(Expiry.at(Instant.ofEpochMilli(1_783_592_000_000L)));
        assertThat(facts.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "enableReading, READ",
        "enableSpotAndMarginTrading, TRADE_SPOT",
        "enableFutures, TRADE_FUTURES",
        "enablePortfolioMarginTrading, TRADE_FUTURES",
        "enableWithdrawals, WITHDRAW",
        "enableInternalTransfer, TRANSFER",
        "permitsUniversalTransfer, TRANSFER",
        "enableVanillaOptions, OTHER",
        "enableFixApiTrade, OTHER",
        "enableMargin, ''",
        "enableFixReadOnly, ''",
        "createTime, ''",
        "ipRestrict, ''",
        "tradingAuthorityExpirationTime, ''"
    })
    void declaration_fieldMaimed_itsScopeAloneIsUnknown(String field, String scope) {
        var whole = BinanceAnswers.declaration(SAMPLE);

        for (var value : MAIMED) {
            var facts = BinanceAnswers.declaration(with(SAMPLE, field, value));

            assertThat(forgotten(whole, facts))
                    .as(field + " = " + value)
                    .isEqualTo(scope.isEmpty() ? List.of() : List.of(Scope.valueOf(scope)));
            assertThat(facts.ip().state()).isEqualTo(field.equals("ipRestrict") ? State.UNKNOWN : State.ON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enableReading, false, READ=OFF",
        "enableSpotAndMarginTrading, false, TRADE_SPOT=OFF",
        "enableSpotAndMarginTrading, false, TRADE_MARGIN=OFF",
        "enableMargin, true, TRADE_MARGIN=ON",
        "enableFutures, true, TRADE_FUTURES=ON",
        "enablePortfolioMarginTrading, true, TRADE_FUTURES=ON",
        "enableWithdrawals, true, WITHDRAW=ON",
        "enableInternalTransfer, true, TRANSFER=ON",
        "permitsUniversalTransfer, true, TRANSFER=ON",
        "enableVanillaOptions, true, OTHER=ON",
        "enableFixApiTrade, true, OTHER=ON",
        "enableFixReadOnly, true, OTHER=OFF"
    })
    void declaration_boxTurned_itsScopeFollows(String field, String value, String state) {
        assertThat(states(BinanceAnswers.declaration(with(SAMPLE, field, value))))
                .contains(state);
    }

    @Test
    void declaration_tickedBoxBesideAnUnknownOne_isOnAllTheSame() {
        var answer = with(with(SAMPLE, "enableInternalTransfer", "null"), "permitsUniversalTransfer", "true");

        var grant = BinanceAnswers.declaration(answer).grant(Scope.TRANSFER);

        assertThat(grant.state()).isEqualTo(State.ON);
        assertThat(grant.on()).containsExactly("Permits Universal Transfer");
    }

    @Test
    void declaration_boxesOff_areNamed() {
        var answer = with(with(SAMPLE, "enableReading", "false"), "enableSpotAndMarginTrading", "false");

        var facts = BinanceAnswers.declaration(answer);

        assertThat(facts.grant(Scope.READ).missing()).containsExactly("Enable Reading");
        assertThat(facts.grant(Scope.TRADE_SPOT).missing()).containsExactly("Enable Spot & Margin Trading");
        assertThat(facts.grant(Scope.TRADE_MARGIN).missing()).containsExactly("Enable Spot & Margin Trading");
    }

    @ParameterizedTest
    @CsvSource({
        "enableCopyTrading, true, OTHER=ON",
        "permitsSomething, true, OTHER=ON",
        "enableWithdrawToFriends, true, WITHDRAW=ON",
        "permitsSubTransfer, true, TRANSFER=ON",
        "enableCopyTrading, false, OTHER=OFF",
        "permitsSubTransfer, false, TRANSFER=OFF",
        "copyTrading, true, OTHER=OFF",
    })
    void declaration_newRight_isSeen(String field, String value, String state) {
        var facts = BinanceAnswers.declaration(with(SAMPLE, field, value));

        assertThat(states(facts)).contains(state);
        if (state.endsWith("ON")) {
            var scope = Scope.valueOf(state.substring(0, state.indexOf('=')));
            assertThat(facts.grant(scope).on()).containsExactly(field);
        }
    }

    @ParameterizedTest
    @CsvSource({"enableCopyTrading, OTHER", "permitsSubTransfer, TRANSFER", "enableFastWithdraw, WITHDRAW"})
    void declaration_newRightThatCannotBeRead_leavesItsScopeUnknown(String field, Scope scope) {
        for (var value : List.of("'true'", "1", "null", "{}")) {
            var facts = BinanceAnswers.declaration(with(SAMPLE, field, value));

            assertThat(facts.grant(scope).state()).as(value).isEqualTo(State.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "'x'", "7", "{'ipRestrict':true}", "{'padding':'xxx'}"})
    void declaration_withoutAnyRight_tellsNothing(String answer) {
        assertThat(BinanceAnswers.declaration(json(answer)).grants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  '',            NEVER",
        "false, true,  '',            POLICY",
        "false, false, '',            UNKNOWN",
        "null,  true,  '',            UNKNOWN",
        "true,  true,  null,          NEVER",
        "true,  true,  '\"soon\"',    UNKNOWN",
        "true,  true,  0,             UNKNOWN",
        "true,  true,  -5,            UNKNOWN",
        "true,  true,  true,          UNKNOWN",
        "false, true,  '\"1783592000000\"', AT",
        "false, true,  1783592000000, AT"
    })
    void declaration_expiry_restsOnDateAndAddressList(
            String ipRestrict, String trading, String date, Expiry.Kind expiry) {
        var answer = with(with(SAMPLE, "ipRestrict", ipRestrict), "enableSpotAndMarginTrading", trading);

        assertThat(BinanceAnswers.declaration(with(answer, "tradingAuthorityExpirationTime", date))
                        .expiry()
                        .state())
                .isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, true,  ON",
        "true,  false, false, OFF",
        "true,  false, null,  UNKNOWN",
        "true,  false, '',    UNKNOWN",
        "true,  false, '\"true\"', UNKNOWN",
        "false, false, true,  OFF",
        "false, false, null,  OFF",
        "null,  false, true,  UNKNOWN",
        "null,  false, false, OFF",
        "true,  null,  false, UNKNOWN",
        "false, true,  false, ON",
        "null,  true,  null,  ON"
    })
    void margin_boxesAndAccount_together(String orders, String loans, String account, State state) {
        var declared = with(with(SAMPLE, "enableSpotAndMarginTrading", orders), "enableMargin", loans);
        var info = with(json("{'vipLevel':0,'isFutureEnabled':true}"), "isMarginEnabled", account);

        assertThat(BinanceAnswers.margin(declared, info).state()).isEqualTo(state);
    }

    @Test
    void facts_neverHoldWhatIsUnknown() {
        var facts = BinanceAnswers.declaration(SAMPLE);

        assertThat(facts.grants()).doesNotContainKey(Scope.TRADE_MARGIN);
        assertThat(Facts.NONE
                        .with(Scope.TRADE_MARGIN, gunbot.preflight.facts.Grant.UNKNOWN)
                        .grants())
                .isEmpty();
    }

    @Test
    void time_sample_millis() {
        for (var testnet : new boolean[] {true, false}) {
            TimeCall time = new Binance().timeCall(testnet);

            assertThat(time.millis().apply(json("{'serverTime':1790000000123}")))
                    .hasValue(1_790_000_000_123L);
            assertThat(Arrays.asList("{}", "{'serverTime':null}", "{'serverTime':1.5}", "[]", "{'serverTime':'now'}"))
                    .allMatch(answer -> time.millis().apply(json(answer)).isEmpty());
        }
    }
}
