package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.Report;
import gunbot.preflight.testing.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of Gunbot complain of, row by row of the table of complaints: each test produces the cause and looks at what the
 * report says of it, in both languages. Named by the words in Gunbot's log.
 *
 * <p>Out of reach, since their cause is not at a key: {@code Stop trying to update licenses you dont have} and {@code Invalid
 * response from license server} (between Gunbot and its licence server), {@code bind EADDRINUSE} (our ports are none of
 * Gunbot's) and {@code SSL_ERROR_RX_RECORD_TOO_LONG} (Gunbot's own page). {@code INVALID LICENSE} for a wrong edition or an
 * unregistered key: only the licence server knows it. {@code PermissionDenied: bitget 40014} waits for Bitget's adapter.
 * {@code Poloniex: 422} came from an interface that was switched off in 2022; its cause is looked at in today's form, 429. The
 * account of a live Binance key is told by none of the calls that are allowed: there {@code not from your binance account}
 * can be seen on the test network alone, and at KuCoin, HTX, BitMEX, Kraken and Poloniex.
 */
class ComplaintsTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final String PAIRS = "'pairs':{'%s':{'USDT-BTC':{'strategy':'gain','enabled':true}}},";
    private static final String GOOD_AT_KUCOIN = "{'code':'200000','data':{'permission':'General,Spot',"
            + "'ipWhitelist':'203.0.113.10','uid':%d,'isMaster':true}}";

    @TempDir
    Path folder;

    @Test
    void invalidLicense_blankAroundTheMasterKey() throws IOException {
        var report = entry("binance", "'key':'K1','secret':'S1','masterkey':' K1 ','mastersecret':'S1'")
                .report();

        english(report, Code.WHITESPACE).contains("blank", ": masterkey", "INVALID LICENSE");
        spanish(report, Code.WHITESPACE).contains("espacio", ": masterkey", "INVALID LICENSE");
    }

    @Test
    void invalidLicense_masterKeyUnknownAtTheExchange_isNoMatterOfRights() throws IOException {
        var report = entry("binance", "'key':'K1','secret':'S1','masterkey':'M1','mastersecret':'MS1'")
                .answers("M1", "apiRestrictions", 400, "{'code':-2008,'msg':'Invalid Api-Key ID.'}")
                .answers("K1", "apiRestrictions", "{'enableReading':true}")
                .report();

        english(report, Code.INVALID_KEY)
                .contains("master key", "INVALID LICENSE", "registered with the Gunbot licence");
        spanish(report, Code.INVALID_KEY)
                .contains("clave maestra", "INVALID LICENSE", "registrada en la licencia de Gunbot");
    }

    @Test
    void invalidLicense_secondEmptyEntry() throws IOException {
        var report = config("{" + PAIRS.formatted("binance")
                        + "'exchanges':{'binance':{'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'},"
                        + "'binance#2':{'key':'','secret':'','masterkey':'','mastersecret':''}}}")
                .report();

        english(report, Code.CREDENTIAL_MISSING).contains("key, secret", "remove the entry", "INVALID LICENSE");
        spanish(report, Code.CREDENTIAL_MISSING).contains("key, secret", "quite la entrada", "INVALID LICENSE");
    }

    @Test
    void unableToCheckMasterKey_wrongSecret() throws IOException {
        var report = entry("kraken", "'key':'K1','secret':'UzE=','masterkey':'M1','mastersecret':'TVMx'")
                .answers("M1", "GetApiKeyInfo", "{'error':['EAPI:Invalid signature']}")
                .answers("K1", "GetApiKeyInfo", "{'error':[],'result':{'permissions':['query-funds']}}")
                .report();

        english(report, Code.BAD_SIGNATURE).contains("master secret", "Unable to check master key.");
        spanish(report, Code.BAD_SIGNATURE).contains("secreto maestro", "Unable to check master key.");
    }

    @Test
    void masterkeyOfUndefined_entryWithoutMasterKey() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','passphrase':'P1'")
                .answers("K1", "user/api-key", GOOD_AT_KUCOIN.formatted(1))
                .report();

        english(report, Code.MASTER_KEY_MISSING)
                .contains(
                        "Cannot read property 'masterkey' of undefined",
                        "\"mastersecret\"",
                        "trading key again is fine");
        spanish(report, Code.MASTER_KEY_MISSING)
                .contains(
                        "Cannot read property 'masterkey' of undefined",
                        "\"mastersecret\"",
                        "puede repetir la clave de trading");
    }

    @Test
    void notFromYourAccount_keysOfTwoAccounts() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','masterkey':'M1','mastersecret':'MS1','passphrase':'P1'")
                .answers("K1", "user/api-key", GOOD_AT_KUCOIN.formatted(1))
                .answers("M1", "user/api-key", GOOD_AT_KUCOIN.formatted(2))
                .report();

        english(report, Code.ACCOUNT_MISMATCH)
                .contains("different accounts at KuCoin", "from the same account of your MasterKey");
        spanish(report, Code.ACCOUNT_MISMATCH)
                .contains("cuentas distintas de KuCoin", "from the same account of your MasterKey");
        assertThat(report.keys())
                .allSatisfy(key -> assertThat(key.judgement().verdict()).isEqualTo(Verdict.ATTENTION));
    }

    @Test
    void notFromYourBinanceAccount_onTheTestNetwork() throws IOException {
        var report = entry("binance", "'key':'K1','secret':'S1','masterkey':'M1','mastersecret':'MS1','testnet':true")
                .answers("K1", "/api/v3/account", "{'uid':1,'balances':[]}")
                .answers("M1", "/api/v3/account", "{'uid':2,'balances':[]}")
                .report();

        english(report, Code.ACCOUNT_MISMATCH).contains("different accounts at Binance");
    }

    @Test
    void unableToConnect_noAnswer() throws IOException {
        var report = entry("bitmex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .fails("K1", Refusal.of(Code.UNREACHABLE, "timeout"))
                .report();

        english(report, Code.UNREACHABLE).contains("Unable to connect to exchange", "firewall");
        spanish(report, Code.UNREACHABLE).contains("Unable to connect to exchange", "cortafuegos");
    }

    @Test
    void responseCode401_theKeyNotTheLine() throws IOException {
        var report = entry("bitmex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "apiKey", 401, "{'error':{'message':'Invalid API Key.','name':'HTTPError'}}")
                .report();

        english(report, Code.INVALID_KEY).contains("BitMEX does not know this key");
        spanish(report, Code.INVALID_KEY).contains("BitMEX no reconoce esta clave");
    }

    @Test
    void invalidSignature_wrongSecret() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1','passphrase':'P1'")
                .answers("K1", "user/api-key", 401, "{'code':'400005','msg':'Invalid KC-API-SIGN'}")
                .report();

        english(report, Code.BAD_SIGNATURE).contains("secret does not belong to this key");
        spanish(report, Code.BAD_SIGNATURE).contains("secreto no corresponde a esta clave");
    }

    @Test
    void invalidSignature_keyOfCexNotActivated() throws IOException {
        var report = entry(
                        "cex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1','clientId':'up100000001'")
                .answers("K1", "get_my_account_status_v3", 401, "{'error':'Authorization Failed'}")
                .answers("K1", "api/balance", "{'error':'Invalid signature'}")
                .report();

        english(report, Code.BAD_SIGNATURE).contains("clientId", "has not been activated");
        spanish(report, Code.BAD_SIGNATURE).contains("clientId", "no se ha activado");
    }

    @Test
    void invalidSignature_fieldIsEmpty_saysWhich() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .report();

        english(report, Code.CREDENTIAL_MISSING).contains(": passphrase");
        spanish(report, Code.CREDENTIAL_MISSING).contains(": passphrase");
    }

    @Test
    void timestampOutsideOfTheRecvWindow_measuredDrift() throws IOException {
        var report = clock(-42_000, "Timestamp for this request is outside of the recvWindow.");

        english(report, Code.CLOCK_SKEW).contains("42000 ms behind", "Gunbot has the same clock");
        spanish(report, Code.CLOCK_SKEW).contains("42000 ms atrasado", "Gunbot tiene el mismo reloj");
    }

    @Test
    void timestamp1000msAhead_measuredDrift() throws IOException {
        var report = clock(1_500, "Timestamp for this request was 1000ms ahead of the server's time.");

        english(report, Code.CLOCK_SKEW).contains("1500 ms ahead");
        spanish(report, Code.CLOCK_SKEW).contains("1500 ms adelantado");
    }

    @Test
    void minus2015_severalCauses_eachIsNamed() throws IOException {
        var report = binance(401, "{'code':-2015,'msg':'Invalid API-key, IP, or permissions for action.'}");

        english(report, Code.AMBIGUOUS_REFUSAL)
                .contains("address is not in the key's list", "the key is unknown", "a right is missing");
        spanish(report, Code.AMBIGUOUS_REFUSAL)
                .contains("no está en la lista de la clave", "la clave es desconocida", "falta un permiso");
    }

    @Test
    void minus2015_withTheAddress_isTheAddress() throws IOException {
        var report = binance(
                401, "{'code':-2015,'msg':'Invalid API-key, IP, or permissions for action, request ip: 203.0.113.7'}");

        english(report, Code.IP_NOT_ALLOWED).contains("203.0.113.7");
        spanish(report, Code.IP_NOT_ALLOWED).contains("203.0.113.7", "edite esta clave");
    }

    @Test
    void minus2015_keyOlderThanTheFuturesAccount() throws IOException {
        var report = entry("binanceFutures", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "apiRestrictions", "{'enableReading':true,'enableFutures':false,'ipRestrict':true}")
                .answers("K1", "account/info", "{'isFutureEnabled':true,'isPortfolioMarginRetailEnabled':false}")
                .report();

        english(report, Code.TRADE_OFF).contains("\"Enable Futures\"", "older than the futures account");
        spanish(report, Code.TRADE_OFF).contains("\"Enable Futures\"", "anterior a la cuenta de futuros");
    }

    @Test
    void permissionDenied_krakenWithoutQueryFunds_theMissingBox() throws IOException {
        var report = entry("kraken", "'key':'K1','secret':'UzE=','masterkey':'K1','mastersecret':'UzE='")
                .answers(
                        "K1",
                        "GetApiKeyInfo",
                        "{'error':[],'result':{'permissions':['query-open-trades','query-closed-trades',"
                                + "'modify-trades','close-trades']}}")
                .report();
        var box = listing(report).box("query-funds").orElseThrow().label();

        english(report, Code.READ_OFF).contains("may not read", "\"" + box + "\"");
        spanish(report, Code.READ_OFF).contains("no puede leer", "\"" + box + "\"");
    }

    @Test
    void permissionDenied_krakenWantsAOneTimePassword() throws IOException {
        var report = entry("kraken", "'key':'K1','secret':'UzE=','masterkey':'K1','mastersecret':'UzE='")
                .answers("K1", "GetApiKeyInfo", "{'error':['EGeneral:Permission denied']}")
                .report();

        english(report, Code.OTP_REQUIRED).contains("one-time password");
        spanish(report, Code.OTP_REQUIRED).contains("contraseña de un solo uso");
    }

    @Test
    void invalidNonce_oneKeyInTwoPrograms() throws IOException {
        var report = entry("kraken", "'key':'K1','secret':'UzE=','masterkey':'K1','mastersecret':'UzE='")
                .answers("K1", "GetApiKeyInfo", "{'error':['EAPI:Invalid nonce']}")
                .report();

        english(report, Code.NONCE).contains("another program uses the same key", "nonce window");
        spanish(report, Code.NONCE).contains("otro programa usa la misma clave", "ventana de nonce");
    }

    @Test
    void nonceTooSmall_bitfinex() throws IOException {
        var report = entry("bitfinex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "auth/r/permissions", 500, "['error',10114,'nonce: small']")
                .report();

        english(report, Code.NONCE).contains("Give each program a key of its own");
        spanish(report, Code.NONCE).contains("Dé a cada programa su propia clave");
    }

    @Test
    void invalidNonce_oneKeyInTwoEntries() throws IOException {
        var pair = "'key':'K1','secret':'UzE=','masterkey':'K1','mastersecret':'UzE='";
        var report = config("{" + PAIRS.formatted("kraken") + "'exchanges':{'kraken':{" + pair + "},'kraken#2':{" + pair
                        + "}}}")
                .answers("K1", "GetApiKeyInfo", "{'error':['EAPI:Invalid nonce']}")
                .report();

        english(report, Code.KEY_SHARED).contains("kraken#2", "disturb each other");
        spanish(report, Code.KEY_SHARED).contains("kraken#2", "se estorban");
    }

    @Test
    void tooManyRequests_poloniexAndOthers_raiseTheDelay() throws IOException {
        var report = entry("poloniex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "/accounts", 429, "{'code':429,'message':'Too many requests'}")
                .report();

        english(report, Code.RATE_LIMITED).contains("too many requests", "\"delay\"");
        spanish(report, Code.RATE_LIMITED).contains("demasiadas peticiones", "\"delay\"");
    }

    @Test
    void tradingJustStops_addressListAtPoloniex() throws IOException {
        var report = entry("poloniex", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "/accounts", 401, "")
                .answers("K1", "/orders/1", 401, "")
                .report();

        english(report, Code.AMBIGUOUS_REFUSAL).contains("\"IP access restriction\"", "this machine's public address");
        spanish(report, Code.AMBIGUOUS_REFUSAL).contains("\"IP access restriction\"", "IP pública de este equipo");
    }

    @Test
    void tradingJustStops_addressListElsewhere_theAddressThatIsSeen() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1','passphrase':'P1'")
                .answers(
                        "K1",
                        "user/api-key",
                        403,
                        "{'code':'400006','msg':'Invalid request ip, the current clientIp is:203.0.113.7'}")
                .report();

        english(report, Code.IP_NOT_ALLOWED).contains("refuses the address 203.0.113.7", "add 203.0.113.7");
        spanish(report, Code.IP_NOT_ALLOWED).contains("rechaza la dirección IP 203.0.113.7", "añada 203.0.113.7");
    }

    @Test
    void keyGoneAtTheExchange_makeANewOneAndRegisterIt() throws IOException {
        var report = binance(400, "{'code':-2008,'msg':'Invalid Api-Key ID.'}");

        english(report, Code.INVALID_KEY).contains("deleted", "make a new one and register it with the Gunbot licence");
        spanish(report, Code.INVALID_KEY).contains("borrado", "cree una nueva y regístrela en la licencia de Gunbot");
    }

    @Test
    void keyExpired_binanceUnticksTrading() throws IOException {
        var report = binance(
                200,
                "{'ipRestrict':false,'enableReading':true,'enableSpotAndMarginTrading':false,"
                        + "'enableWithdrawals':false,'tradingAuthorityExpirationTime':1700000000000}");

        english(report, Code.EXPIRED).contains("2023-11-14", "bound to no address");
        spanish(report, Code.EXPIRED).contains("2023-11-14", "no está restringida a ninguna dirección IP");
    }

    @Test
    void invalidPassphrase_theKeysOwnNotTheAccounts() throws IOException {
        var report = entry("kucoin", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1','passphrase':'P1'")
                .answers("K1", "user/api-key", 401, "{'code':'400004','msg':'Invalid KC-API-PASSPHRASE'}")
                .report();

        english(report, Code.BAD_PASSPHRASE).contains("passphrase is wrong", "not the account's");
        spanish(report, Code.BAD_PASSPHRASE).contains("passphrase", "no la contraseña de la cuenta");
    }

    @Test
    void failedToLoadConfig_brokenJson_itsPlace() throws IOException {
        var report = config("{'pairs':{},\n'exchanges':{'kraken':{},}}").report();

        english(report, Code.CONFIG_INVALID).contains("line 2", "comma too many", "Failed to load config!!!");
        spanish(report, Code.CONFIG_INVALID).contains("línea 2", "coma de más", "Failed to load config!!!");
    }

    @Test
    void enoent_thePathThatWasTried() {
        var report = new Situation(folder.resolve("nowhere.js")).report();

        english(report, Code.CONFIG_UNREADABLE).contains("nowhere.js is not there", "ENOENT");
        spanish(report, Code.CONFIG_UNREADABLE).contains("nowhere.js no existe", "ENOENT");
    }

    @Test
    void cannotReadOfUndefined_pairsWithoutAnEntry() throws IOException {
        var report = config("{" + PAIRS.formatted("ftx") + "'exchanges':{}}").report();

        english(report, Code.ENTRY_ORPHAN).contains("\"ftx\"", "Cannot read");
        spanish(report, Code.ENTRY_ORPHAN).contains("\"ftx\"", "Cannot read");
    }

    @Test
    void orderBelowTheMinimum_provesThatTheKeyMayTrade_andIsNotBlamed() throws IOException {
        var report = entry("kraken", "'key':'K1','secret':'UzE=','masterkey':'K1','mastersecret':'UzE='")
                .answers("K1", "GetApiKeyInfo", "{'error':['EGeneral:Invalid arguments:volume']}")
                .report();

        assertThat(report.keys().get(0).judgement().findings())
                .isNotEmpty()
                .noneMatch(finding -> finding.severity() == Severity.BLOCKER);
    }

    @Test
    void withdrawAddressAndWatchMode_areToldOnce() throws IOException {
        var report = config("{'exchanges':{},'bot':{'WATCH_MODE':true,'withdraw_address':'bc1qxy2kgdygjrsqtzq2n0yrf'}}")
                .report();

        english(report, Code.WITHDRAW_ADDRESS_SET).contains("withdraw_address", "no key may withdraw");
        spanish(report, Code.WITHDRAW_ADDRESS_SET).contains("withdraw_address", "ninguna clave pueda retirar");
        english(report, Code.WATCH_MODE).contains("WATCH_MODE", "does not trade");
        spanish(report, Code.WATCH_MODE).contains("WATCH_MODE", "no opera");
        assertThat(report.findings().toString()).doesNotContain("bc1q");
    }

    @Test
    void watchMode_aKeyThatMayNotTradeBlocksAllTheSame() throws IOException {
        var report = config("{" + PAIRS.formatted("kucoin") + "'bot':{'WATCH_MODE':true},'exchanges':{'kucoin':{"
                        + "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1','passphrase':'P1'}}}")
                .answers("K1", "user/api-key", GOOD_AT_KUCOIN.formatted(1).replace(",Spot", ""))
                .report();

        english(report, Code.TRADE_OFF).contains("\"Spot\"");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    private Report clock(long millis, String words) throws IOException {
        return entry("binance", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .clockIsOffBy(millis, "binance", 400, "{'code':-1021,'msg':'" + words.replace("'", "") + "'}")
                .answers("K1", "apiRestrictions", "{'enableReading':true,'enableSpotAndMarginTrading':true}")
                .report();
    }

    private Report binance(int status, String answer) throws IOException {
        return entry("binance", "'key':'K1','secret':'S1','masterkey':'K1','mastersecret':'S1'")
                .answers("K1", "apiRestrictions", status, answer)
                .report();
    }

    /** An entry in use. */
    private Situation entry(String name, String fields) throws IOException {
        return config("{" + PAIRS.formatted(name) + "'exchanges':{'" + name + "':{" + fields + "}}}");
    }

    private Situation config(String text) throws IOException {
        return new Situation(Files.writeString(folder.resolve("config.js"), text.replace('\'', '"')));
    }

    private static Listing listing(Report report) {
        return report.keys().get(0).key().listing();
    }

    private static AbstractStringAssert<?> english(Report report, Code code) {
        return assertThat(Situation.words(report, code, Locale.ENGLISH));
    }

    private static AbstractStringAssert<?> spanish(Report report, Code code) {
        return assertThat(Situation.words(report, code, SPANISH));
    }
}
