package gunbot.preflight.keys;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.exchange.binancefutures.BinanceFutures;
import gunbot.preflight.exchange.kraken.Kraken;
import gunbot.preflight.exchange.kucoin.Kucoin;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.gunbot.Usage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    private static final String KEY = "abcdefghijklmnop1234";
    private static final String SECRET = "a-secret-of-some-length";
    private static final String KRAKEN_SECRET = "a3Jha2Vu";

    private final Catalogue catalogue =
            new Catalogue(List.of(new Binance(), new BinanceFutures(), new Kraken(), new Kucoin()));
    private final Keys keys = new Keys(catalogue, Map.of());

    @Test
    void sameKeyTwice_oneCaseForBoth() {
        var only = only(entry("binance").build());

        assertThat(only.role()).isEqualTo(Role.BOTH);
        assertThat(only.hint()).isEqualTo("1234");
        assertThat(only.question().credentials().secret()).isEqualTo(SECRET);
        assertThat(only.findings()).isEmpty();
    }

    @Test
    void sameKeyInTwoEntries_questionsOfOneKey_untilCredentialsOrNetworkDiffer() {
        var spot = only(entry("binance").build()).question();
        var margin = only(entry("binance#2").market("margin").build()).question();
        var testnet = only(entry("binance#3").testnet().build()).question();
        var client = only(entry("binance#4").clientId("up1234").build()).question();
        var secret = only(entry("binance#5")
                        .secret("another-secret")
                        .master(KEY, "")
                        .build())
                .question();

        assertThat(margin).isNotEqualTo(spot);
        assertThat(margin.ofKey()).isEqualTo(spot.ofKey());
        assertThat(List.of(testnet, client, secret))
                .allSatisfy(other -> assertThat(other.ofKey()).isNotEqualTo(spot.ofKey()))
                .allSatisfy(other -> assertThat(other.keyId()).isEqualTo(spot.keyId()));
        assertThat(spot.ofKey().toString()).doesNotContain(KEY, SECRET);
    }

    @Test
    void differentMasterKey_twoCases() {
        var cases = of(entry("kraken")
                .secret(KRAKEN_SECRET)
                .master("anotherKeyOfKraken", KRAKEN_SECRET)
                .build());

        assertThat(cases).extracting(KeyCase::role).containsExactly(Role.TRADING, Role.MASTER);
        assertThat(cases).extracting(c -> c.question().credentials().key()).containsExactly(KEY, "anotherKeyOfKraken");
    }

    @Test
    void noMasterKey_tradingAlone() {
        assertThat(only(entry("binance").master("", "").build()).role()).isEqualTo(Role.TRADING);
    }

    @Test
    void masterSecretEmpty_sameKey_oneCase() {
        assertThat(only(entry("binance").master(KEY, "").build()).role()).isEqualTo(Role.BOTH);
    }

    @ParameterizedTest
    @CsvSource({
        "binance,    ,        binance", "Binance#3,  binance, binance", "BINANCE,    ,        binance",
        "kucoin,     Kraken,  kraken", "myslot,     kucoin,  kucoin", "binance#2,  binance#2, binance"
    })
    void name_typeAndCaseAndSlot_pickTheExchange(String name, String type, String exchange) {
        var one = of(entry(name)
                        .type(type)
                        .secret(KRAKEN_SECRET)
                        .passphrase("Passphrase-1")
                        .build())
                .get(0);

        assertThat(one.exchange()).isEqualTo(exchange);
    }

    @Test
    void typeAndNameDisagree_typeWinsWithAWarning() {
        var one = of(entry("kucoin").type("binance").build()).get(0);

        assertThat(one.exchange()).isEqualTo("binance");
        assertThat(codes(one)).containsExactly(Code.ENTRY_TYPE_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        "binance,          binance,        futures,  binance-futures",
        "binance,          binance,        delivery, binance-futures",
        "binance,          '',             futures,  binance-futures",
        "binance,          binance,        spot,     binance",
        "binance,          binance,        '',       binance",
        "binanceFutures,   binance,        futures,  binance-futures",
        "binanceFutures,   binance,        delivery, binance-futures",
        "binanceFutures#2, Binance,        Futures,  binance-futures",
        "binanceFutures,   binanceFutures, '',       binance-futures",
        "binance,          binanceFutures, futures,  binance-futures"
    })
    void exchangesOfOneName_marketDecides_withoutAWarning(String name, String type, String market, String exchange) {
        var one = of(entry(name).type(type).market(market).build()).get(0);

        assertThat(one.exchange()).isEqualTo(exchange);
        assertThat(one.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "binanceFutures, binance, '',      binance",
        "binanceFutures, binance, spot,    binance",
        "kucoin,         binance, futures, binance-futures",
        "binance,        kraken,  margin,  kraken"
    })
    void typeLeadsAwayFromTheName_warning(String name, String type, String market, String exchange) {
        var one = of(entry(name).type(type).market(market).secret(KRAKEN_SECRET).build())
                .get(0);

        assertThat(one.exchange()).isEqualTo(exchange);
        assertThat(codes(one)).containsExactly(Code.ENTRY_TYPE_DIFFERS);
    }

    @Test
    void unknownExchange_unsupportedNeverAnError() {
        var one = only(entry("mex_gunthy").build());

        assertThat(codes(one)).containsExactly(Code.EXCHANGE_UNSUPPORTED);
        assertThat(one.question()).isNull();
        assertThat(one.listing()).isNull();
    }

    @Test
    void marketThatTheExchangeLacks_saysWhich() {
        var one = only(
                entry("kucoin").market("futures").passphrase("Passphrase-1").build());

        assertThat(one.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.EXCHANGE_UNSUPPORTED);
            assertThat(f.values()).containsEntry("market", "futures");
        });
    }

    @Test
    void unknownMarketWord_defaultWithAFinding() {
        var one = only(entry("binance").market("spott").build());

        assertThat(one.market()).isEqualTo(Market.SPOT);
        assertThat(codes(one)).containsExactly(Code.CONFIG_INVALID);
        assertThat(one.question()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    KEY              | SECRET        | PLACEHOLDER          | key, secret
                    ''               | ''            | CREDENTIAL_MISSING   | key, secret
                    realKeyOfBinance | ''            | CREDENTIAL_MISSING   | secret
                    realKeyOfBinance | SECRET        | PLACEHOLDER          | secret
                    realKeyOfBinance | ENC:abcdef    | CREDENTIAL_ENCRYPTED | secret
                    ENC:abcd         | ENC:abcdef    | CREDENTIAL_ENCRYPTED | key, secret
                    realKeyÖfBinance | realSecret123 | CREDENTIAL_MALFORMED | key
                    """)
    void credentialThatCannotBeUsed_itsCodeAndField_nothingIsAsked(
            String key, String secret, Code code, String fields) {
        var one = of(entry("binance").key(key).secret(secret).master("", "").build())
                .get(0);

        assertThat(one.question()).isNull();
        assertThat(one.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.values()).containsEntry("fields", fields);
        });
    }

    @Test
    void blankAroundASecret_foundWithoutAsking() {
        var one =
                of(entry("binance").secret(SECRET + " ").master("", "").build()).get(0);

        assertThat(one.question()).isNull();
        assertThat(codes(one)).containsExactly(Code.CREDENTIAL_MALFORMED, Code.WHITESPACE);
    }

    @Test
    void krakenSecretNoBase64_foundWithoutAsking() {
        var one =
                of(entry("kraken").secret("no base64!").master("", "").build()).get(0);

        assertThat(one.question()).isNull();
        assertThat(one.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.CREDENTIAL_MALFORMED);
            assertThat(f.variant()).isEqualTo("base64");
        });
    }

    @Test
    void passphrase_neededWhereTheExchangeHasOne() {
        var one = only(entry("kucoin").build());

        assertThat(one.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.CREDENTIAL_MISSING);
            assertThat(f.values()).containsEntry("fields", "passphrase");
        });
    }

    @Test
    void markedAsEncrypted_butPlainByItsForm_isAsked() {
        var plain = "a1B2".repeat(16);
        var one = only(entry("binance")
                .key(plain)
                .secret(plain)
                .master(plain, plain)
                .encrypted()
                .build());
        assertThat(one.question()).isNotNull();

        var perhapsNot = only(entry("binance").encrypted().build());
        assertThat(codes(perhapsNot)).containsExactly(Code.CREDENTIAL_ENCRYPTED);
    }

    @Test
    void archived_mentionedNeverAsked() {
        var one = only(entry("binance").usage(Usage.ARCHIVED).build());

        assertThat(one.checked()).isFalse();
        assertThat(one.question()).isNull();
        assertThat(codes(one)).containsExactly(Code.ENTRY_ARCHIVED);
    }

    @Test
    void idle_askedButNotInUse_andAfterThoseInUse() {
        var cases = of(
                entry("binance").usage(Usage.IDLE).build(),
                entry("binance#2").key("anotherKeyOfBinance").master("", "").build());

        assertThat(cases).extracting(KeyCase::name).containsExactly("binance#2", "binance");
        assertThat(cases.get(1).inUse()).isFalse();
        assertThat(cases.get(1).question()).isNotNull();
        assertThat(codes(cases.get(1))).containsExactly(Code.ENTRY_IDLE);
    }

    @Test
    void sameKeyInTwoEntries_bothAreTold_andItIsOneQuestion() {
        var cases = of(entry("binance").build(), entry("binance#2").build());

        assertThat(cases).allMatch(c -> codes(c).equals(List.of(Code.KEY_SHARED)));
        assertThat(cases.get(0).question()).isEqualTo(cases.get(1).question());
    }

    @Test
    void givenSecret_completesAnEncryptedEntry() {
        var encrypted = entry("binance")
                .secret("ENC:abc")
                .master(KEY, "ENC:abc")
                .encrypted()
                .build();
        var one = of(List.of(given("binance", "", SECRET)), encrypted).get(0);

        assertThat(one.source()).isEqualTo(Source.MIXED);
        assertThat(one.role()).isEqualTo(Role.BOTH);
        assertThat(one.question().credentials().key()).isEqualTo(KEY);
        assertThat(one.question().credentials().secret()).isEqualTo(SECRET);
    }

    @Test
    void givenKey_isNotTheConfiguredOne_mismatchAndNothingIsAsked() {
        var one = of(
                        List.of(given("binance", "anotherKeyOfSomebody", SECRET)),
                        entry("binance").build())
                .get(0);

        assertThat(codes(one)).containsExactly(Code.KEY_MISMATCH);
        assertThat(one.question()).isNull();
    }

    @Test
    void givenKeyAndSecret_configHoldsItEncrypted_saidToBeUnproved() {
        var encrypted = entry("binance")
                .key("ENC:a")
                .secret("ENC:b")
                .master("ENC:a", "ENC:b")
                .encrypted()
                .build();
        var one = of(List.of(given("binance", KEY, SECRET)), encrypted).get(0);

        assertThat(one.source()).isEqualTo(Source.GIVEN);
        assertThat(codes(one)).containsExactly(Code.KEY_NOT_CONFIRMED);
        assertThat(one.question()).isNotNull();
    }

    @Test
    void givenKeyWithoutAnEntry_isInUse() {
        var one = of(List.of(given("binance", KEY, SECRET))).get(0);

        assertThat(one.inUse()).isTrue();
        assertThat(one.source()).isEqualTo(Source.GIVEN);
        assertThat(one.exchange()).isEqualTo("binance");
    }

    @Test
    void givenTwiceForOneKey_theFirstIsUsed_andTheOtherIsTold() {
        var one = of(
                        List.of(of("first", null), of("second", Role.TRADING)),
                        entry("binance").build())
                .get(0);

        assertThat(one.question()).isNotNull();
        assertThat(one.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.GIVEN_TWICE);
            assertThat(f.values()).containsEntry("slot", "second").containsEntry("used", "first");
        });
    }

    @Test
    void givenTwiceForOneKey_whatTheOtherSaysCountsForNothing() {
        var other = new Given("second", "binance", "kraken", KEY, "", "", "", "futures", true, null, "a file");
        var one =
                of(List.of(of("first", null), other), entry("binance").build()).get(0);

        assertThat(one.exchange()).isEqualTo("binance");
        assertThat(one.question().testnet()).isFalse();
        assertThat(codes(one)).containsExactly(Code.GIVEN_TWICE);
    }

    @Test
    void givenForTradingAndMaster_bothAreUsed_aSecondMasterIsToldBesideTheMasterAlone() {
        var cases = of(
                List.of(of("a", Role.TRADING), of("b", Role.MASTER), of("c", Role.MASTER)),
                entry("binance").build());

        assertThat(cases).extracting(KeyCase::role).containsExactly(Role.TRADING, Role.MASTER);
        assertThat(cases).map(KeysTest::codes).containsExactly(List.of(), List.of(Code.GIVEN_TWICE));
    }

    @Test
    void givenFileThatCannotBeRead_namesTheSetting() {
        var broken = new Given(
                "binance", "binance", "", KEY, "", "", "", "", null, null, "preflight.keys.\"binance\".secret-file");
        var one = of(List.of(broken)).get(0);

        assertThat(one.question()).isNull();
        assertThat(one.findings()).anySatisfy(f -> assertThat(f.values())
                .containsEntry("field", "preflight.keys.\"binance\".secret-file"));
    }

    @Test
    void originOverridden_shownPerKey() {
        var here = URI.create("http://127.0.0.1:9001");
        var one = new Keys(catalogue, Map.of("binance", here))
                .of(reading(entry("binance").build()), List.of())
                .get(0);

        assertThat(one.origin()).isEqualTo(here);
        assertThat(one.question().origin()).isEqualTo(here);
        assertThat(codes(one)).containsExactly(Code.ORIGIN_OVERRIDDEN);
    }

    @Test
    void sameKeyInTwoEntries_oneWithoutItsSecret_bothAreToldAllTheSame() {
        var cases = of(
                entry("binance").build(),
                entry("binance#2")
                        .secret("ENC:abc")
                        .master(KEY, "ENC:abc")
                        .encrypted()
                        .build());

        assertThat(codes(cases.get(0))).containsExactly(Code.KEY_SHARED);
        assertThat(codes(cases.get(1))).containsExactly(Code.CREDENTIAL_ENCRYPTED, Code.KEY_SHARED);
    }

    @ParameterizedTest
    @CsvSource({"KEY, SECRET", "'', ''", "ENC:abc, ENC:abc"})
    void sameSampleOrUnreadableTextInTwoEntries_isNoSharedKey(String key, String secret) {
        var one = entry("binance").key(key).secret(secret).build();
        var other = entry("binance#2").key(key).secret(secret).build();

        assertThat(of(one, other)).noneMatch(c -> codes(c).contains(Code.KEY_SHARED));
    }

    @Test
    void archivedKeyThatAnotherEntryUses_saidToTheArchivedOneAlone() {
        var cases = of(
                entry("binance#2").build(),
                entry("binance").usage(Usage.ARCHIVED).build());

        assertThat(cases.get(0).findings()).isEmpty();
        assertThat(cases.get(1).findings())
                .containsExactly(
                        Finding.of(Code.ENTRY_ARCHIVED).variant("shared").with("others", "binance#2"));
    }

    @Test
    void archivedKeyOfItsOwn_orOfTwoArchivedEntries_asUsual() {
        var cases = of(
                entry("binance#2").key("anotherKeyOfBinance").build(),
                entry("binance").usage(Usage.ARCHIVED).build(),
                entry("binance#3").usage(Usage.ARCHIVED).build());

        assertThat(cases.subList(1, 3)).allMatch(c -> c.findings().equals(List.of(Finding.of(Code.ENTRY_ARCHIVED))));
    }

    @Test
    void blankAroundTheMasterKeyAlone_toldAndAskedAllTheSame() {
        var one = only(entry("binance").master(KEY + " ", SECRET).build());

        assertThat(one.role()).isEqualTo(Role.BOTH);
        assertThat(one.question()).isNotNull();
        assertThat(one.findings()).containsExactly(Finding.of(Code.WHITESPACE).with("fields", "masterkey"));
    }

    private KeyCase only(Entry entry) {
        var cases = of(entry);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private List<KeyCase> of(Entry... entries) {
        return of(List.of(), entries);
    }

    private List<KeyCase> of(List<Given> given, Entry... entries) {
        return keys.of(reading(entries), given);
    }

    private static Reading reading(Entry... entries) {
        return new Reading(
                SourceState.OK,
                "config.js",
                Instant.EPOCH,
                List.of(entries),
                List.of(),
                List.of(),
                Set.of(),
                false,
                false);
    }

    private static Given given(String slot, String key, String secret) {
        return new Given(slot, slot, "", key, secret, "", "", "", null, null, "");
    }

    /** The configured key, given once more. */
    private static Given of(String slot, Role role) {
        return new Given(slot, "binance", "", KEY, SECRET, "", "", "", null, role, "");
    }

    private static List<Code> codes(KeyCase key) {
        return key.findings().stream().map(Finding::code).sorted().toList();
    }

    private static EntryBuilder entry(String name) {
        return new EntryBuilder(name);
    }

    /** An entry with one key for both, in use, but for what a test says. */
    private static final class EntryBuilder {
        private final String name;
        private String type = "";
        private String market = "";
        private String key = KEY;
        private String secret = SECRET;
        private Entry.Pair master;
        private String passphrase = "";
        private String clientId = "";
        private boolean testnet;
        private boolean encrypted;
        private Usage usage = Usage.ACTIVE;

        EntryBuilder(String name) {
            this.name = name;
        }

        EntryBuilder type(String value) {
            type = value == null ? "" : value;
            return this;
        }

        EntryBuilder market(String value) {
            market = value;
            return this;
        }

        EntryBuilder key(String value) {
            key = value;
            return this;
        }

        EntryBuilder secret(String value) {
            secret = value;
            return this;
        }

        EntryBuilder master(String masterkey, String mastersecret) {
            master = new Entry.Pair(masterkey, mastersecret);
            return this;
        }

        EntryBuilder passphrase(String value) {
            passphrase = value;
            return this;
        }

        EntryBuilder clientId(String value) {
            clientId = value;
            return this;
        }

        EntryBuilder testnet() {
            testnet = true;
            return this;
        }

        EntryBuilder encrypted() {
            encrypted = true;
            return this;
        }

        EntryBuilder usage(Usage value) {
            usage = value;
            return this;
        }

        Entry build() {
            var trading = new Entry.Pair(key, secret);
            return new Entry(
                    name,
                    type,
                    market,
                    testnet,
                    trading,
                    master == null ? trading : master,
                    passphrase,
                    clientId,
                    encrypted,
                    usage);
        }
    }
}
