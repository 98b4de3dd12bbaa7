package gunbot.preflight.exchange.poloniex;

import static gunbot.preflight.testing.Said.json;
import static gunbot.preflight.testing.Said.states;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.testing.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoloniexAnswersTest {
    private static final String ACCOUNT =
            "{'accountId': '310000000000000001', 'accountType': 'SPOT', 'accountState': 'NORMAL'}";
    private static final String FUTURES =
            "{'code': '200', 'msg': 'Success', 'data': {'state': 'NORMAL', 'eq': '9.9', 'details': []}}";

    @Test
    void list_sample_readsAndNothingElseIsSaid() {
        var facts = PoloniexAnswers.list(json("[" + ACCOUNT + "]"));

        assertThat(states(facts)).isEqualTo("READ=ON");
        assertThat(facts.grant(Scope.READ).evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(facts.ip()).isEqualTo(IpRestriction.UNKNOWN);
        assertThat(facts.expiry()).isEqualTo(Expiry.UNKNOWN);
        assertThat(facts.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []             | READ=ON
                    [{}]           | READ=ON
                    [{'balances':[]}] | READ=ON
                    [null]         | ``
                    [7]            | ``
                    ['SPOT']       | ``
                    [[]]           | ``
                    [{},7]         | ``
                    {}             | ``
                    {'0':{}}       | ``
                    {'code':200}   | ``
                    null           | ``
                    true           | ``
                    'SPOT'         | ``
                    """)
    void list_ofAnotherForm_provesNothing(String answer, String states) {
        assertThat(states(PoloniexAnswers.list(json(answer)))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    accountState | 'LOCKED'  | true
                    accountState | 'NORMAL'  | false
                    accountState | 'OTHER'   | false
                    accountState | 'locked'  | false
                    accountState | null      | false
                    accountState | false     | false
                    accountState | ['LOCKED'] | false
                    accountState | ``        | false
                    accountType  | ``        | false
                    accountType  | null      | false
                    accountType  | 7         | false
                    accountId    | ``        | false
                    accountId    | {}        | false
                    """)
    void list_accountFieldChanged_lockedOnlyWhereToldSo(String field, String value, boolean locked) {
        var account = Said.with(json(ACCOUNT), field, value);

        var facts = PoloniexAnswers.list(json("[" + account + "]"));

        assertThat(states(facts)).isEqualTo("READ=ON");
        assertThat(facts.refusals())
                .extracting(Refusal::code)
                .isEqualTo(locked ? List.of(Code.ACCOUNT_LOCKED) : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    msg  | ``       | READ=ON
                    msg  | 7        | READ=ON
                    code | 200      | READ=ON
                    data | {}       | READ=ON
                    code | ``       | ``
                    code | null     | ``
                    code | true     | ``
                    code | '0'      | ``
                    code | [200]    | ``
                    data | ``       | ``
                    data | null     | ``
                    data | []       | ``
                    data | 'NORMAL' | ``
                    """)
    void futuresBalance_fieldChanged_readsOnlyWhereProved(String field, String value, String states) {
        assertThat(states(PoloniexAnswers.futuresBalance(Said.with(json(FUTURES), field, value))))
                .isEqualTo(states);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "[{'code':200}]"})
    void futuresBalance_ofAnotherForm_provesNothing(String answer) {
        assertThat(states(PoloniexAnswers.futuresBalance(json(answer)))).isEmpty();
    }

    @Test
    void list_account_isTheSpotOnes_andNoneInOtherLists() {
        var one = PoloniexAnswers.list(json("[{'accountId':'31','accountType':'SPOT'},{'accountId':'7'}]"))
                .account();
        var other = PoloniexAnswers.list(json("[{'accountId':'32','accountType':'SPOT'}]"))
                .account();

        assertThat(one.isNot(other)).isTrue();
        assertThat(PoloniexAnswers.list(json("[{'accountId':'31'}]")).account()).isNull();
        assertThat(PoloniexAnswers.list(json("[]")).account()).isNull();
    }
}
