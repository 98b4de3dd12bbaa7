package gunbot.preflight.exchange.cex;

import static gunbot.preflight.testing.Said.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CexAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'ok':'ok','data':{'convertedCurrency':'USD','balancesPerAccounts':{'':{},'bot1':{}}}} | true  | true
                    {'ok':'ok','data':{'balancesPerAccounts':{'':{}}}}    | true  | false
                    {'ok':'ok','data':{'balancesPerAccounts':{}}}         | true  | false
                    {'ok':'ok','data':{'balancesPerAccounts':null}}       | false | false
                    {'ok':'ok','data':{'balancesPerAccounts':[]}}         | false | false
                    {'ok':'ok','data':{'balancesPerAccounts':'x'}}        | false | false
                    {'ok':'ok','data':{}}                                 | false | false
                    {'ok':'ok','data':[]}                                 | false | false
                    {'ok':'ok'}                                           | false | false
                    {'ok':true,'data':{'balancesPerAccounts':{}}}         | false | false
                    {'ok':null,'data':{'balancesPerAccounts':{}}}         | false | false
                    {'data':{'balancesPerAccounts':{}}}                   | false | false
                    []                                                    | false | false
                    true                                                  | false | false
                    null                                                  | false | false
                    """)
    void isStatus_onlyTheWholeAnswer(String told, boolean status, boolean subAccount) {
        assertThat(CexAnswers.isStatus(json(told))).isEqualTo(status);
        if (status) {
            assertThat(CexAnswers.hasSubAccount(json(told))).isEqualTo(subAccount);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'timestamp':'1700000000','username':'up100000001','BTC':{'available':'0.1'}} | true
                    {'timestamp':'1700000000'}                | true
                    {'timestamp':1700000000}                  | true
                    {'username':'up100000001'}                | true
                    {'timestamp':null,'username':null}        | false
                    {'timestamp':[],'username':{}}            | false
                    {'timestamp':'x','username':''}           | false
                    {'ok':'ok','data':{}}                     | false
                    {}                                        | false
                    []                                        | false
                    true                                      | false
                    """)
    void isLegacyBalance_onlyOfAnAccount(String told, boolean balance) {
        assertThat(CexAnswers.isLegacyBalance(json(told))).isEqualTo(balance);
    }
}
