package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.Wording;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the account, not with the key: the exchange's own refusal, and what the report makes of it. */
class AccountTrapsTest {
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Texts SPANISH = Texts.in(Locale.forLanguageTag("es"));

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    binance         | 451 | {"code":0,"msg":"Service unavailable from a restricted location"}                           | REGION_BLOCKED    | country of this machine's address        |
                    binance         | 400 | {"code":-2010,"msg":"This action is disabled on this account."}                             | ACCOUNT_LOCKED    | locked the account                       |
                    binance-futures | 400 | {"code":-2017,"msg":"API Keys are locked on this account."}                                 | ACCOUNT_LOCKED    | locked all API keys                      | bloqueado todas las claves
                    binance-futures | 400 | {"code":-2023,"msg":"User in liquidation mode now."}                                        | ACCOUNT_LOCKED    | being liquidated                         | se está liquidando
                    binance-futures | 400 | {"code":-4087,"msg":"User can only place reduce only order"}                                | ACCOUNT_LOCKED    | only those that reduce a position        | solo las que reducen una posición
                    binance-futures | 400 | {"code":-4088,"msg":"User can not place order currently"}                                   | ACCOUNT_LOCKED    | takes no orders                          | no acepta órdenes
                    binance-futures | 400 | {"code":-4109,"msg":"This account is inactive. Please activate it before trading."}         | ACCOUNT_SETUP     | account at Binance is inactive           |
                    binance-futures | 400 | {"code":-4402,"msg":"This feature is currently not available in your region."}              | REGION_BLOCKED    | country or region of the account         | país o la región de la cuenta
                    bitmex          | 403 | {"error":{"message":"We require all new traders to verify their identity","name":"HTTPError"}} | ACCOUNT_LOCKED | identity of this account verified        | verificar la identidad
                    bitmex          | 403 | {"error":{"message":"invalid use of subaccount api key","name":"HTTPError"}}                | ACCOUNT_SETUP     | key of a sub-account                     |
                    bitmex          | 403 | <html>                                                                                      | RATE_LIMITED      | for its country                          |
                    bittrex         | 403 | {"code":"SOURCE_OF_FUNDS_REQUIRED"}                                                         | ACCOUNT_SETUP     | where the funds come from                | origen de los fondos
                    cex             | 200 | {"ok":"ok","data":{"error":"API orders from Main account are not allowed"}}                 | ACCOUNT_SETUP     | sub-accounts alone                       |
                    huobi           | 200 | {"status":"error","err-code":"operation-forbidden-for-lock-account-state","err-msg":""}     | ACCOUNT_LOCKED    | locked the account                       |
                    kraken          | 200 | {"error":["EAuth:Account unconfirmed"]}                                                     | ACCOUNT_LOCKED    | is not confirmed                         | no está confirmado
                    kraken          | 200 | {"error":["EAccount:Invalid permissions"]}                                                  | ACCOUNT_SETUP     | the account, not the key                 | es la cuenta, y no la clave
                    kraken          | 200 | {"error":["EAuth:Account temporary disabled"]}                                              | ACCOUNT_LOCKED    | locked the account                       |
                    kucoin          | 400 | {"code":"400303","msg":"Please complete the identity verification"}                         | ACCOUNT_SETUP     | (KYC)                                    | (KYC)
                    kucoin          | 403 | {"code":"400500","msg":"Your located country/region is currently not supported."}           | REGION_BLOCKED    | country or region of the account         | país o la región de la cuenta
                    kucoin          | 403 | <html>                                                                                      | UNEXPECTED_ANSWER | perhaps it does not serve the country    | quizá no preste servicio en el país
                    poloniex        | 400 | {"code":21353,"message":"US customers may not trade"}                                       | REGION_BLOCKED    | country or region of the account         | país o la región de la cuenta
                    poloniex        | 400 | {"code":21354,"message":"E-mail not verified"}                                              | ACCOUNT_SETUP     | e-mail address of the account            | correo electrónico de la cuenta
                    poloniex        | 400 | {"code":12004,"message":"No KYC"}                                                           | ACCOUNT_SETUP     | (KYC)                                    | (KYC)
                    poloniex        | 200 | {"code":1000,"msg":"USER_NOT_EXITS"}                                                        | ACCOUNT_SETUP     | no futures account yet                   | todavía no tiene cuenta de futuros
                    nash            | 451 | {}                                                                                          | REGION_BLOCKED    | country of this machine's address        |
                    """)
    void refusalOfTheAccount_itsOwnExplanation(
            String id, int status, String body, Code code, String english, String spanish) {
        var exchange = AllExchanges.catalogue().byId(id).orElseThrow();
        var refusal =
                exchange.read(new Answer(status, Map.of(), body)).refusal().orElseThrow();
        var key = key(exchange, false);
        var finding = judge(key, Facts.refused(refusal));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(new Wording(ENGLISH).message(finding, key)).contains(english);
        assertThat(new Wording(ENGLISH).remedy(finding, key)).isNotBlank().doesNotContain("{");
        if (spanish != null) {
            assertThat(new Wording(SPANISH).message(finding, key)).contains(spanish);
            assertThat(new Wording(SPANISH).remedy(finding, key)).isNotBlank();
        }
    }

    @Test
    void keyThatTheTestNetworkDoesNotKnow_mayBeALiveOne() {
        var binance = AllExchanges.catalogue().byId("binance").orElseThrow();
        var refusal = binance.read(new Answer(400, Map.of(), "{\"code\":-2008,\"msg\":\"Invalid Api-Key ID.\"}"))
                .refusal()
                .orElseThrow();
        var onTestnet = key(binance, true);
        var live = key(binance, false);

        assertThat(new Wording(ENGLISH).message(judge(onTestnet, Facts.refused(refusal)), onTestnet))
                .contains("The test network of Binance does not know this key: it is a key of the live exchange");
        assertThat(new Wording(ENGLISH).remedy(judge(onTestnet, Facts.refused(refusal)), onTestnet))
                .contains("\"testnet\"");
        assertThat(new Wording(SPANISH).message(judge(onTestnet, Facts.refused(refusal)), onTestnet))
                .contains("La red de pruebas de Binance no reconoce esta clave");
        assertThat(new Wording(ENGLISH).message(judge(live, Facts.refused(refusal)), live))
                .contains("or belongs to another site or test network of Binance");
    }

    private static Finding judge(KeyCase key, Facts facts) {
        var told = new Told(facts, null, null, 1, 1, Instant.EPOCH);
        return new Judge(TestSettings.of(Map.of()).policy())
                .judge(key, told, Set.of(), Instant.EPOCH)
                .findings()
                .get(0);
    }

    private static KeyCase key(Exchange exchange, boolean testnet) {
        var listing = exchange.listing();
        var question = new Question(
                listing.id(), new Credentials("key", "secret", "", ""), listing.defaultMarket(), testnet, null);
        return new KeyCase(
                "entry",
                listing.id(),
                listing,
                listing.defaultMarket(),
                Role.BOTH,
                true,
                true,
                "",
                Source.CONFIG,
                null,
                question,
                List.of());
    }
}
