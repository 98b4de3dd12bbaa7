package gunbot.preflight.exchange.coinbasepro;

import static gunbot.preflight.testing.Said.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinbaseProAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'iso':'2026-01-15T10:20:30.123Z','epoch':1768472430.123} | 1768472430123
                    {'epoch':1768472430.123}                                  | 1768472430123
                    {'epoch':1768472430}                                      | 1768472430000
                    {'iso':'2026-01-15T10:20:30.123Z'}                        | 1768472430123
                    {'iso':'2026-01-15T10:20:30.123Z','epoch':null}           | 1768472430123
                    {'iso':'2026-01-15T10:20:30.123Z','epoch':'x'}            | 1768472430123
                    {'iso':'yesterday'}                                       |
                    {'iso':5}                                                 |
                    {}                                                        |
                    []                                                        |
                    """)
    void millis_ofEitherField(String told, Long millis) {
        var read = CoinbaseProAnswers.millis(json(told));

        assertThat(read.isPresent() ? read.getAsLong() : null).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'maker_fee_rate':'0.0040','taker_fee_rate':'0.0060','usd_volume':'0'} | true
                    {'maker_fee_rate':'0.0040','taker_fee_rate':'0.0060'}                  | true
                    {'taker_fee_rate':'0.0060'}                                            | true
                    {'maker_fee_rate':null,'taker_fee_rate':'0.0060'}                      | true
                    {'maker_fee_rate':'-0.0001'}                                           | true
                    {'maker_fee_rate':null,'taker_fee_rate':null}                          | false
                    {'maker_fee_rate':[],'taker_fee_rate':{}}                              | false
                    {'maker_fee_rate':'x','taker_fee_rate':''}                             | false
                    {'maker_fee_rate':true}                                                | false
                    {'usd_volume':'0'}                                                     | false
                    {}                                                                     | false
                    []                                                                     | false
                    'ok'                                                                   | false
                    null                                                                   | false
                    """)
    void isFees_onlyWithARate(String told, boolean fees) {
        assertThat(CoinbaseProAnswers.isFees(json(told))).isEqualTo(fees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [{'id':'5b1c0c5e','currency':'BTC'}] | true
                    [{'id':'5b1c0c5e'},{'id':'6c2d'}]    | true
                    []                                   | true
                    [{'currency':'BTC'}]                 | false
                    [{'id':null}]                        | false
                    [{'id':7}]                           | false
                    [[]]                                 | false
                    ['x']                                | false
                    {}                                   | false
                    {'id':'5b1c0c5e'}                    | false
                    null                                 | false
                    """)
    void isAccounts_onlyAListOfThem(String told, boolean accounts) {
        assertThat(CoinbaseProAnswers.isAccounts(json(told))).isEqualTo(accounts);
    }
}
