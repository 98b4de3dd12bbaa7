package gunbot.preflight.exchange.nash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.State;
import gunbot.preflight.testing.Said;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NashAnswersTest {
    private static final String KEY = "5b2f0c1e-0000-4000-8000-000000000001";
    private static final JsonNode SAMPLE = Said.json("{'id':'" + KEY
            + "','type':'API_TRADE','expireAt':'2031-01-01T00:00:00Z','lastUsedAt':'2026-01-01',"
            + "'options':{'name':'gunbot'},'whitelistedAddresses':[]}");

    @Test
    void declaration_sample_readsAndTrades() {
        var facts = NashAnswers.declaration(SAMPLE, KEY);

        assertThat(Said.states(facts)).isEqualTo("READ=ON TRADE_SPOT=ON WITHDRAW=OFF");
        assertThat(facts.grants().values()).allMatch(grant -> grant.evidence() == Evidence.DECLARED);
        assertThat(facts.expiry()).isEqualTo(Expiry.at(Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(facts.ip().state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    type                 | 'API_OTHER' | ``
                    type                 | null        | ``
                    type                 | ``          | ``
                    type                 | ['API_TRADE'] | ``
                    whitelistedAddresses | [{'address':'0xa1','blockchain':'ETH'}] | READ=ON TRADE_SPOT=ON WITHDRAW=ON
                    whitelistedAddresses | [null,{'address':'0xa1'}] | READ=ON TRADE_SPOT=ON WITHDRAW=ON
                    whitelistedAddresses | [null]      | READ=ON TRADE_SPOT=ON
                    whitelistedAddresses | [{}]        | READ=ON TRADE_SPOT=ON
                    whitelistedAddresses | null        | READ=ON TRADE_SPOT=ON
                    whitelistedAddresses | ``          | READ=ON TRADE_SPOT=ON
                    whitelistedAddresses | {}          | READ=ON TRADE_SPOT=ON
                    whitelistedAddresses | ''          | READ=ON TRADE_SPOT=ON
                    id                   | 'another'   | ``
                    id                   | null        | ``
                    id                   | ``          | ``
                    expireAt             | null        | READ=ON TRADE_SPOT=ON WITHDRAW=OFF
                    """)
    void declaration_fieldChanged_noStateWithoutSupport(String field, String value, String states) {
        assertThat(Said.states(NashAnswers.declaration(Said.with(SAMPLE, field, value), KEY)))
                .isEqualTo(states);
    }

    @Test
    void declaration_otherTypeWithAddresses_withdrawIsSeen() {
        var token = Said.with(Said.with(SAMPLE, "type", "'API_OTHER'"), "whitelistedAddresses", "[{'address':'0xa1'}]");

        assertThat(Said.states(NashAnswers.declaration(token, KEY))).isEqualTo("WITHDRAW=ON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCESS", "KYC", "TWO_FACTOR_LOGIN"})
    void declaration_session_isNoKey(String type) {
        var facts = NashAnswers.declaration(Said.with(SAMPLE, "type", "'" + type + "'"), KEY);

        assertThat(facts.refusals()).extracting(Refusal::code).containsExactly(Code.INVALID_KEY);
        assertThat(facts.refusals().get(0).variant()).isEqualTo("session");
        assertThat(facts.grants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    '2031-01-01T00:00:00Z'      | 2031-01-01T00:00:00Z
                    '2031-01-01T02:00:00+02:00' | 2031-01-01T00:00:00Z
                    '2031-01-01T00:00:00'       |
                    '2031-01-01'                |
                    1924992000                  |
                    null                        |
                    """)
    void declaration_expireAt_momentsAlone(String value, Instant at) {
        assertThat(NashAnswers.declaration(Said.with(SAMPLE, "expireAt", value), KEY)
                        .expiry())
                .isEqualTo(at == null ? Expiry.UNKNOWN : Expiry.at(at));
    }

    @ParameterizedTest
    @CsvSource({"1700000000, 1700000000000", "1700000000000, 1700000000000", "'''1700000000''', 1700000000000"})
    void time_eitherUnit_millis(String told, long millis) {
        var data = Said.json("{'getExchangeStatus':{'serverTimestamp':" + told + "}}");

        assertThat(NashAnswers.time(data)).hasValue(millis);
    }

    @Test
    void time_notThere_nothing() {
        assertThat(NashAnswers.time(Said.json("{}"))).isEmpty();
        assertThat(NashAnswers.time(Said.json("{'getExchangeStatus':{'serverTimestamp':null}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{'name':'a_b'},{'name':'ab_cd','status':'RUNNING','tradeBlocked':false}] |                 | ab_cd
                    [{'name':'ab_cd','status':'RUNNING','tradeBlocked':true}]                 |                 | ``
                    [{'name':'ab_cd','status':'RUNNING'}]                                     |                 | ``
                    [{'name':'AB CD','status':'RUNNING','tradeBlocked':false}]                |                 | ``
                    [{'status':'STOPPED'},{'status':'RUNNING'}]                               |                 | ``
                    [{'status':'STOPPED'}]                                                    | EXCHANGE_CLOSED | ``
                    [{'status':'STOPPED'},{'status':'PAUSED'}]                                | MAINTENANCE     | ``
                    []                                                                        | EXCHANGE_CLOSED | ``
                    [{'status':'STOPPED'},{}]                                                 |                 | ``
                    [null]                                                                    |                 | ``
                    {}                                                                        |                 | ``
                    null                                                                      |                 | ``
                    """)
    void markets_states(String markets, Code code, String market) {
        var list = Said.json(markets);

        assertThat(NashAnswers.notTrading(list).map(Refusal::code).stream().toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(NashAnswers.market(list).orElse("")).isEqualTo(market);
    }
}
