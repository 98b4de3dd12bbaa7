package gunbot.preflight.exchange.bittrex;

import static gunbot.preflight.testing.Said.json;
import static gunbot.preflight.testing.Said.states;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BittrexAnswersTest {
    private static final String ACCOUNT =
            "{'accountId': '0b7f1c52-1111-4222-8333-444455556666', 'actionsNeeded': ['SOURCE_OF_FUNDS']}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{'currencySymbol':'BTC','total':'0.5','available':'0.4'}] | READ=ON
                    []      | READ=ON
                    [{}]    | READ=ON
                    [null]  | ``
                    [7]     | ``
                    [[]]    | ``
                    {}      | ``
                    null    | ``
                    'BTC'   | ``
                    true    | ``
                    """)
    void balances_provesReadingAndNothingElse(String answer, String states) {
        assertThat(states(BittrexAnswers.balances(json(answer)))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    accountId     | ``                          | true
                    accountId     | null                        | true
                    actionsNeeded | ['OTHER','SOURCE_OF_FUNDS'] | true
                    actionsNeeded | ['OTHER']                   | false
                    actionsNeeded | []                          | false
                    actionsNeeded | ``                          | false
                    actionsNeeded | null                        | false
                    actionsNeeded | 'SOURCE_OF_FUNDS'           | false
                    actionsNeeded | {'0':'SOURCE_OF_FUNDS'}     | false
                    actionsNeeded | [['SOURCE_OF_FUNDS']]       | false
                    """)
    void blocked_onlyWhereTheFormIsNamed(String field, String value, boolean blocked) {
        assertThat(BittrexAnswers.blocked(Said.with(json(ACCOUNT), field, value))
                        .isPresent())
                .isEqualTo(blocked);
    }
}
