package gunbot.preflight.gunbot;

import static gunbot.preflight.facts.Code.CREDENTIAL_ENCRYPTED;
import static gunbot.preflight.facts.Code.ENTRY_ARCHIVED;
import static gunbot.preflight.facts.Code.ENTRY_IDLE;
import static gunbot.preflight.facts.Code.EXCHANGE_UNSUPPORTED;
import static gunbot.preflight.facts.Code.INVALID_KEY;
import static gunbot.preflight.facts.Code.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three sample files as a new user would try them: which keys, of what, for what, in use or not, and what is said. */
class SampleReportsTest {
    private static final String UNKNOWN_AT_BINANCE = "{'code':-2008,'msg':'Invalid Api-Key ID.'}";

    @TempDir
    Path folder;

    @Test
    void sampleA_krakenActiveWithTwoPairs_theOthersIdle() throws IOException {
        var report = situation(Samples.A)
                .answers("tK-demo-0002", "GetApiKeyInfo", "{'error':['EAPI:Invalid key']}")
                .answers("mK-demo-0001", "GetApiKeyInfo", "{'error':['EAPI:Invalid key']}")
                .answers("a1b2c3demo", "fees", 401, "{'message':'Invalid API Key'}")
                .answers("cexDemoKey", "get_my_account_status_v3", 401, "{'error':'Authorization Failed'}")
                .answers("cexDemoKey", "api/balance", "{'error':'Invalid API key'}")
                .report();

        assertThat(report.keys())
                .extracting(
                        k -> k.key().name(),
                        k -> k.key().exchange(),
                        k -> k.key().market(),
                        k -> k.key().role(),
                        k -> k.key().inUse(),
                        SampleReportsTest::codes)
                .containsExactly(
                        tuple("kraken", "kraken", Market.SPOT, Role.TRADING, true, List.of(INVALID_KEY)),
                        tuple("kraken", "kraken", Market.SPOT, Role.MASTER, true, List.of(INVALID_KEY)),
                        tuple("gdax", "coinbase-pro", Market.SPOT, Role.BOTH, false, withRenamed(report)),
                        tuple("cex", "cex", Market.SPOT, Role.BOTH, false, List.of(INVALID_KEY, ENTRY_IDLE)));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void sampleB_twoMarketsActive_kucoinIsAPlaceholder() throws IOException {
        var report = situation(Samples.B)
                .answers("BNdemoKEY01", "apiRestrictions", 400, UNKNOWN_AT_BINANCE)
                .answers("BNdemoKEY02", "apiRestrictions", 400, UNKNOWN_AT_BINANCE)
                .report();

        assertThat(report.keys())
                .extracting(
                        k -> k.key().name(),
                        k -> k.key().exchange(),
                        k -> k.key().market(),
                        k -> k.key().role(),
                        k -> k.key().inUse(),
                        SampleReportsTest::codes)
                .containsExactly(
                        tuple("binance", "binance", Market.SPOT, Role.BOTH, true, List.of(INVALID_KEY)),
                        tuple(
                                "binanceFutures",
                                "binance-futures",
                                Market.FUTURES,
                                Role.BOTH,
                                true,
                                List.of(INVALID_KEY)),
                        tuple("kucoin", "kucoin", Market.SPOT, Role.TRADING, false, List.of(PLACEHOLDER, ENTRY_IDLE)));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void sampleC_binanceEncrypted_bitgetSecondSlot_oneArchived() throws IOException {
        var report = situation(Samples.C).report();
        boolean bitgetIsKnown = AllExchanges.catalogue().knows("bitget");

        assertThat(report.keys())
                .extracting(
                        k -> k.key().name(),
                        k -> k.key().exchange(),
                        k -> k.key().market(),
                        k -> k.key().role(),
                        k -> k.key().inUse())
                .startsWith(tuple("binance", "binance", Market.SPOT, Role.BOTH, true))
                .contains(tuple("bitget#2", "bitget", Market.SWAP, Role.BOTH, true))
                .hasSize(3);
        assertThat(report.keys().get(2).key().name()).isEqualTo("mexc");
        assertThat(report.keys().get(2).key().inUse()).isFalse();
        assertThat(codes(report.keys().get(0))).containsExactly(CREDENTIAL_ENCRYPTED);
        assertThat(codes(report.keys().get(1)).contains(EXCHANGE_UNSUPPORTED)).isNotEqualTo(bitgetIsKnown);
        assertThat(codes(report.keys().get(2))).containsExactly(ENTRY_ARCHIVED);
        assertThat(report.keys())
                .extracting(k -> k.judgement().verdict())
                .startsWith(Verdict.UNKNOWN)
                .endsWith(Verdict.NOT_CHECKED);
    }

    @Test
    void sampleC_secretGiven_binanceIsAskedWithIt() throws IOException {
        var report = situation(Samples.C)
                .given("binance", "", "the-secret-of-this-key")
                .answers("BNdemoKEY03", "apiRestrictions", 400, UNKNOWN_AT_BINANCE)
                .report();

        assertThat(codes(report.keys().get(0))).containsExactly(INVALID_KEY);
    }

    /** The adapter may say besides that Coinbase Pro goes by another name now. */
    private static List<Code> withRenamed(Report report) {
        var said = codes(report.keys().get(2));
        assertThat(said).contains(INVALID_KEY, ENTRY_IDLE);
        return said;
    }

    private static List<Code> codes(KeyReport key) {
        return key.judgement().findings().stream().map(Finding::code).toList();
    }

    private Situation situation(String config) throws IOException {
        return new Situation(Files.writeString(folder.resolve("config.js"), config));
    }
}
