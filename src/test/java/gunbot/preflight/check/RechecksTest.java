package gunbot.preflight.check;

import static gunbot.preflight.check.CheckBench.binanceKey;
import static gunbot.preflight.check.CheckBench.krakenKey;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Question;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.rhythm.Remembered;
import gunbot.preflight.text.Languages;
import gunbot.preflight.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of re-checks in moments: which key is asked when, and what a changing file does. */
class RechecksTest {
    private static final String A = binanceKey("aaaa");
    private static final String B = binanceKey("bbbb");
    private static final String K = krakenKey("kkkk");

    @TempDir
    Path folder;

    private CheckBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    // --- rhythm

    @Test
    void start_withinASecond() {
        bench(Map.of(), "binance=" + A);
        bench.rechecks.start();
        assertThat(bench.checks.last()).isEmpty();

        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.last().verdict()).isEqualTo(Verdict.ATTENTION);
    }

    @Test
    void fineKeys_onFixedMarks() {
        bench(Map.of(), "binance=" + A);
        bench.gateOpen = true;
        bench.serve();

        bench.pass(Duration.ofDays(2));

        var times = bench.binance.times(A);
        assertThat(times).hasSize(2 * 48); // the first at the start; the last mark's jitter is still to come
        IntStream.range(1, times.size()).forEach(n -> {
            var mark = bench.start.plus(Duration.ofMinutes(30L * n));
            assertThat(times.get(n)).isBetween(mark, mark.plus(Duration.ofMinutes(3)));
        });
    }

    @Test
    void off_noCheckAfterTheFirst() {
        bench(Map.of("preflight.recheck.every", "off"), "binance=" + A);
        bench.serve();
        bench.pass(Duration.ofDays(2));

        assertThat(bench.reports).hasSize(1);
        assertThat(bench.rechecks.nextCheckAt()).isEmpty();
    }

    @Test
    void shut_curableKeyIsAskedAfter1_2_4_8_15Minutes_theFineOneOnMarks() {
        bench(Map.of(), "binance=" + A, "binance#2=" + B);
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.pass(Duration.ofMinutes(61));

        assertThat(minutesBetween(bench.binance.times(A))).startsWith(1L, 2L, 4L, 8L, 15L, 15L);
        assertThat(bench.binance.times(B)).hasSize(2);
    }

    @Test
    void shut_nonceKeyIsAskedLikewise_onTheMarksOnceItIsFine_andNoMoreOnceOpen() {
        bench(Map.of(), "kraken=" + K);
        bench.kraken.refuse(K, Code.TRADE_OFF);
        bench.serve();
        bench.pass(Duration.ofMinutes(4));
        assertThat(minutesBetween(bench.kraken.times(K))).containsExactly(1L, 2L);

        bench.kraken.refuse(K, null); // ticked at the exchange
        bench.pass(Duration.ofMinutes(4));
        assertThat(bench.last().verdict()).isEqualTo(Verdict.ATTENTION);
        assertThat(bench.kraken.times(K)).hasSize(4);

        bench.pass(Duration.ofMinutes(58)); // two marks, the last one's jitter included
        assertThat(bench.kraken.times(K)).hasSize(6);

        bench.gateOpen = true;
        bench.pass(Duration.ofDays(2));
        assertThat(bench.kraken.times(K)).hasSize(6);
    }

    @Test
    void curedByAnEdit_hourlyWhileShut_andNotOnceOpen() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        bench.pass(Duration.ofMinutes(299));
        assertThat(minutesBetween(bench.binance.times(A))).containsExactly(60L, 60L, 60L, 60L);

        bench.gateOpen = true;
        bench.pass(Duration.ofDays(2));

        assertThat(bench.binance.times(A)).hasSize(5);
    }

    @Test
    void gateOpens_theCurableKeyGoesBackToTheMarks_theNonceKeyRests() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.kraken.refuse(K, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.pass(Duration.ofMinutes(2));
        bench.gateOpen = true;
        var before = bench.binance.times(A).size();
        assertThat(before).isEqualTo(2);

        bench.pass(Duration.ofHours(10));

        assertThat(bench.binance.times(A)).hasSize(before + 19);
        assertThat(bench.kraken.times(K)).hasSize(2);
    }

    @Test
    void nonceExchangesSet_askedByThatOnly() {
        bench(Map.of("preflight.recheck.nonce-exchanges", "6h"), "kraken=" + K, "binance=" + A);
        bench.serve();
        bench.gateOpen = true;
        bench.pass(Duration.ofHours(25));

        assertThat(bench.kraken.times(K)).hasSize(5);
        assertThat(bench.binance.times(A)).hasSize(50);
    }

    @Test
    void pausedExchange_isLeftAloneUntilThePauseEnds_byAPersonToo() {
        bench(Map.of(), "binance=" + A, "binance#2=" + B);
        bench.binance.refuse(A, Code.RATE_LIMITED);
        bench.serve();
        bench.pauses.pause("api.binance.com", Duration.ofMinutes(50));

        bench.checks.refresh();
        assertThat(bench.reports).hasSize(2);
        bench.pass(Duration.ofMinutes(49));
        assertThat(bench.binance.asked).hasSize(2);
        assertThat(bench.last().keys())
                .extracting(k -> k.judgement().verdict())
                .containsExactly(Verdict.UNKNOWN, Verdict.ATTENTION);

        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.binance.times(A)).hasSize(2);
        assertThat(bench.binance.times(B)).hasSize(2);
    }

    @Test
    void report_tellsWhenTheNextCheckIs() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.OTP_REQUIRED);
        assertThat(bench.rechecks.nextCheckAt()).isEmpty();
        bench.serve();

        assertThat(bench.rechecks.nextCheckAt().orElseThrow())
                .isBetween(
                        bench.last().checkedAt().plusSeconds(60),
                        bench.last().checkedAt().plusSeconds(66));
        bench.gateOpen = true;
        assertThat(bench.rechecks.nextCheckAt().orElseThrow())
                .isBetween(bench.start.plus(Duration.ofMinutes(30)), bench.start.plus(Duration.ofMinutes(33)));
    }

    @Test
    void clockSetBack_checksGoOnWithinAMinute() {
        bench(Map.of(), "binance=" + A);
        bench.gateOpen = true;
        bench.serve();
        assertThat(bench.binance.asked).hasSize(1);

        bench.setClock(Duration.ofDays(-3));
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.binance.asked).hasSize(2);

        bench.pass(Duration.ofHours(10));
        assertThat(bench.binance.asked).hasSize(2 + 20);
    }

    @Test
    void clockSetForward_whatWasMissedIsAskedOnce() {
        bench(Map.of(), "binance=" + A);
        bench.gateOpen = true;
        bench.serve();
        bench.setClock(Duration.ofHours(5));
        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.binance.asked).hasSize(2);
    }

    @Test
    void noExchangeAnswers_saidUntilTheNextRound_whateverFileIsWrittenMeanwhile() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.binance.refuse(A, Code.UNREACHABLE);
        bench.kraken.refuse(K, Code.UNREACHABLE);
        bench.serve();
        bench.checks.start(Which.NEW);

        assertThat(bench.last().keys())
                .allMatch(key -> codes(key).contains(Code.NO_NETWORK))
                .hasSize(2);
    }

    // --- answers that are kept

    @Test
    void writeThatChangesNoKey_isJudgedAnew_andNothingIsSent() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.serve();
        var before = bench.last();
        bench.put(
                CheckBench.text("USDT-ETH", "binance=" + A, "kraken=" + K).replace("\"key\"", "\"delay\": 7, \"key\""));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.reports.size()).isGreaterThan(1);
        assertThat(bench.binance.asked).hasSize(1);
        assertThat(bench.kraken.asked).hasSize(1);
        assertThat(bench.last().keys())
                .extracting(k -> k.told().at())
                .isEqualTo(before.keys().stream().map(k -> k.told().at()).toList());
        assertThat(bench.last().checkedAt()).isAfter(before.checkedAt());
    }

    @Test
    void entryThatIsNoMoreInUse_isJudgedAnew_andNotAsked() {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        bench.put(CheckBench.text("USDT-BTC", "binance=" + A).replace("true", "false"));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.last().keys()).extracting(k -> k.key().inUse()).containsExactly(false);
        assertThat(codes(bench.last().keys().get(0))).contains(Code.ENTRY_IDLE);
        assertThat(bench.binance.asked).hasSize(1);
    }

    @Test
    void keyWhoseNewRoleItCannotFill_isAskedAgainLikeOneThatWasRefused() {
        bench(Map.of());
        bench.binance.readOnly(B);
        bench.put(
                CheckBench.text("USDT-BTC", "binance=" + A).replace("\"masterkey\": \"" + A, "\"masterkey\": \"" + B));
        bench.serve();
        assertThat(bench.last().verdict()).isEqualTo(Verdict.ATTENTION);

        bench.write("binance=" + B);
        bench.pass(Duration.ofSeconds(1));
        assertThat(codes(bench.last().keys().get(0))).contains(Code.TRADE_OFF);
        assertThat(bench.binance.times(B)).hasSize(1);
        assertThat(bench.memory.values())
                .contains(new Remembered(bench.binance.times(B).get(0), 1, Code.TRADE_OFF));
        bench.pass(Duration.ofMinutes(4));

        assertThat(minutesBetween(bench.binance.times(B))).containsExactly(1L, 2L);
    }

    @Test
    void newKey_isAskedAtOnce_theOthersKeepTheirAnswers() {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        bench.write("binance=" + A, "binance#2=" + B);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.binance.times(B)).hasSize(1);
        assertThat(bench.keysTold).extracting(k -> k.key().name()).containsExactly("binance", "binance#2");
    }

    @Test
    void changedCredential_isAskedAtOnce_evenWhereTheOldOneWasHopeless() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.BAD_SIGNATURE);
        bench.serve();
        bench.put(CheckBench.text("USDT-BTC", "binance=" + A).replace("zzzz", "yyyy"));
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(A)).hasSize(2);
    }

    @Test
    void changedMarketOrTestnet_isAskedAtOnce() {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        bench.put(CheckBench.text("USDT-BTC", "binance=" + A).replace("\"key\"", "\"market\": \"margin\", \"key\""));
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.binance.times(A)).hasSize(2);

        bench.put(CheckBench.text("USDT-BTC", "binance=" + A)
                .replace("\"key\"", "\"market\": \"margin\", \"testnet\": true, \"key\""));
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.binance.times(A)).hasSize(3);
    }

    @Test
    void keyThatIsGone_isForgotten() {
        bench(Map.of(), "binance=" + A, "binance#2=" + B);
        bench.serve();
        bench.write("binance=" + A);
        bench.pass(Duration.ofSeconds(1));
        bench.write("binance=" + A, "binance#2=" + B);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.binance.times(B)).hasSize(2);
    }

    @Test
    void refresh_asksAll_noncesToo() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        bench.gateOpen = true;
        bench.checks.refresh();

        assertThat(bench.binance.asked).hasSize(2);
        assertThat(bench.kraken.asked).hasSize(2);
    }

    @Test
    void refreshWhileARecheckRuns_asksTheRestAfterwards() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.serve();
        bench.gateOpen = true;
        bench.binance.slow();
        bench.pass(Duration.ofMinutes(34));
        assertThat(bench.binance.asked).hasSize(2); // due, and waiting for an answer

        assertThat(bench.checks.refresh()).isEmpty();
        assertThat(bench.checks.refresh()).isEmpty();
        assertThat(bench.kraken.asked).hasSize(1);
        bench.binance.answer();

        assertThat(bench.binance.asked).hasSize(2);
        assertThat(bench.kraken.asked).hasSize(2);
    }

    @Test
    void fileChangesWhileACheckRuns_itIsReadAgainAfterwards() {
        bench(Map.of(), "binance=" + A);
        bench.binance.slow();
        bench.serve();
        bench.write("binance=" + A, "kraken=" + K);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.checks.last()).isEmpty();

        bench.binance.answer();

        assertThat(bench.last().keys()).hasSize(2);
        assertThat(bench.binance.asked).hasSize(1);
        assertThat(bench.kraken.asked).hasSize(1);
    }

    // --- restarts

    @Test
    void afterARestart_aRefusedKeyIsNotAskedBeforeItsTime() {
        bench(Map.of(), "binance=" + A, "binance#2=" + B);
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.pass(Duration.ofMinutes(4));
        assertThat(bench.binance.times(A)).hasSize(3);
        var memory = new HashMap<>(bench.memory);
        bench.close();

        bench(Map.of(), "binance=" + A, "binance#2=" + B);
        bench.memory.putAll(memory);
        bench.setClock(Duration.ofMinutes(5));
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();

        assertThat(bench.binance.times(A)).isEmpty();
        assertThat(bench.binance.times(B)).hasSize(1);
        var key = bench.last().keys().get(0);
        assertThat(key.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(key.told().requests()).isZero();
        assertThat(key.told().at()).isBefore(bench.start.plus(Duration.ofMinutes(4)));
        assertThat(key.judgement().findings())
                .filteredOn(f -> f.code() == Code.IP_NOT_ALLOWED)
                .extracting(Finding::evidence)
                .allMatch(evidence -> evidence.matches("as last asked, at 2026-11-22T08:4[0-9]:[0-9]{2}Z"));
        bench.pass(Duration.ofMinutes(4)); // four minutes after the third refusal
        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.memory.values())
                .contains(new Remembered(bench.binance.times(A).get(0), 4, Code.IP_NOT_ALLOWED));
    }

    @Test
    void afterARestartOnceItsTimeHasCome_aRefusedKeyIsAskedAsSeldomAsBefore() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.pass(Duration.ofMinutes(16)); // the fifth refusal
        assertThat(bench.binance.times(A)).hasSize(5);
        var memory = new HashMap<>(bench.memory);
        bench.close();

        bench(Map.of(), "binance=" + A);
        bench.memory.putAll(memory);
        bench.setClock(Duration.ofHours(1));
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.pass(Duration.ofMinutes(14));

        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.memory.values())
                .containsExactly(new Remembered(bench.binance.times(A).get(0), 6, Code.IP_NOT_ALLOWED));
    }

    @Test
    void afterARestartInAnOutage_theRefusalBeforeItIsStillKnown() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.IP_NOT_ALLOWED);
        bench.serve();
        bench.binance.refuse(A, Code.UNREACHABLE);
        bench.pass(Duration.ofMinutes(4));
        assertThat(codes(bench.last().keys().get(0))).contains(Code.UNREACHABLE);
        assertThat(bench.memory.values())
                .containsExactly(new Remembered(bench.binance.times(A).get(2), 3, Code.IP_NOT_ALLOWED));
        var memory = new HashMap<>(bench.memory);
        bench.close();

        bench(Map.of(), "binance=" + A);
        bench.memory.putAll(memory);
        bench.setClock(Duration.ofMinutes(5));
        bench.serve();

        assertThat(bench.binance.asked).isEmpty();
        assertThat(bench.last().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"READ_OFF", "TRADE_OFF", "EXPIRED", "AMBIGUOUS_REFUSAL", "WITHDRAW_ON", "CLOCK_SKEW"})
    void recalledRefusal_isToldWithoutWhatIsNotKept(Code code) {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, code);
        bench.serve();
        var memory = new HashMap<>(bench.memory);
        bench.close();
        bench(Map.of(), "binance=" + A);
        bench.memory.putAll(memory);
        bench.serve();

        var key = bench.last().keys().get(0);
        var finding = key.judgement().findings().stream()
                .filter(f -> f.code() == code)
                .findFirst()
                .orElseThrow();
        for (var locale : List.of(Languages.ENGLISH, Languages.SPANISH)) {
            var texts = Texts.in(locale);
            for (var part : List.of("message", "remedy")) {
                var places = Pattern.compile("\\{[a-z]+}")
                        .matcher(texts.find(code + "." + finding.variant() + "." + part)
                                .orElseGet(() -> texts.get(code + "." + part)))
                        .results()
                        .map(MatchResult::group);
                assertThat(places).isSubsetOf("{exchange}", "{page}", "{url}");
            }
        }
        assertThat(key.judgement().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(bench.binance.asked).isEmpty();
    }

    @Test
    void afterARestartWithAnotherCredential_itIsAskedAtOnce() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        var memory = new HashMap<>(bench.memory);
        bench.close();

        bench(Map.of(), "binance=" + B);
        bench.memory.putAll(memory);
        bench.serve();

        assertThat(bench.binance.times(B)).hasSize(1);
    }

    @Test
    void personAsksAfterARestart_everythingIsAsked() {
        bench(Map.of(), "binance=" + A);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        var memory = new HashMap<>(bench.memory);
        bench.close();

        bench(Map.of(), "binance=" + A);
        bench.memory.putAll(memory);
        bench.checks.start();

        assertThat(bench.binance.times(A)).hasSize(1);
    }

    @Test
    void afterARestartWithTheGateOpen_aKeyWithNoncesIsLeftToGunbot_untilAPersonAsks() {
        var kraken = CheckBench.krakenKey("0001");
        bench(Map.of(), "kraken=" + kraken, "binance=" + A);
        bench.gateOpen = true;
        bench.serve();
        bench.pass(Duration.ofHours(3));

        assertThat(bench.kraken.times(kraken)).isEmpty();
        assertThat(bench.binance.times(A)).isNotEmpty();
        var key = bench.last().keys().stream()
                .filter(k -> k.key().name().equals("kraken"))
                .findFirst()
                .orElseThrow();
        assertThat(key.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(key.judgement().findings())
                .anyMatch(f -> f.code() == Code.NONCE && f.variant().equals("trading"));

        bench.checks.refresh();

        assertThat(bench.kraken.times(kraken)).hasSize(1);
    }

    @Test
    void afterARestartWithTheGateOpen_fileUnreadableAtFirst_nothingIsAskedAllTheSame() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        var memory = new HashMap<>(bench.memory);
        bench.close();

        for (var remembered : List.of(memory, Map.<Question, Remembered>of())) {
            bench(Map.of());
            bench.put("{");
            bench.memory.putAll(remembered);
            bench.gateOpen = true;
            bench.serve();
            assertThat(bench.last().keys()).isEmpty();
            bench.write("binance=" + A, "kraken=" + K);
            bench.pass(Duration.ofSeconds(2));

            assertThat(bench.last().keys()).hasSize(2);
            assertThat(bench.kraken.asked).isEmpty();
            assertThat(bench.binance.asked).hasSize(remembered.isEmpty() ? 1 : 0);

            var entered = krakenKey("llll"); // a really new one, once there was a good reading
            bench.write("binance=" + A, "kraken=" + K, "kraken#2=" + entered);
            bench.pass(Duration.ofHours(2));
            assertThat(bench.kraken.times(entered)).hasSize(1);
            assertThat(bench.kraken.times(K)).isEmpty();
            bench.close();
        }
    }

    @Test
    void keysThatAreGoneForAMoment_areNotAskedAgainForThat() {
        bench(Map.of(), "binance=" + A, "kraken=" + K);
        bench.binance.refuse(A, Code.INVALID_KEY);
        bench.serve();
        bench.gateOpen = true;
        bench.write("binance=" + B);
        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.last().keys()).hasSize(1);
        bench.write("binance=" + A, "kraken=" + K);
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.last().keys()).hasSize(2);
        assertThat(bench.binance.times(A)).hasSize(1);
        assertThat(bench.kraken.times(K)).hasSize(1);
    }

    // --- the file

    @Test
    void replacedByRename_isNoticed() throws IOException {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        var other = Files.writeString(folder.resolve("config.tmp"), CheckBench.text("USDT-BTC", "binance=" + B));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(bench.config)); // same size, same time, another file
        Files.move(other, bench.config, StandardCopyOption.ATOMIC_MOVE);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(B)).hasSize(1);
    }

    @Test
    void halfWritten_isWaitedOut_andNeverFlipsTheReport() throws IOException {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        for (var half : List.of("", "{ \"exchanges\": ", "{}")) {
            bench.put(half); // cut short in place
            bench.pass(Duration.ofSeconds(4));
            assertUntouched();
            bench.checks.start(Which.DUE); // a re-check that falls into the moment
            assertUntouched();
            bench.write("binance=" + A);
            bench.pass(Duration.ofSeconds(3));
            assertUntouched();
        }
        Files.delete(bench.config);
        bench.pass(Duration.ofSeconds(4));
        assertUntouched();
        bench.write("binance=" + A, "binance#2=" + B);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.last().keys()).hasSize(2);
        assertThat(bench.reports).allMatch(report -> report.reading().state() == SourceState.OK);
        assertThat(bench.binance.times(A)).hasSize(1);
    }

    private void assertUntouched() {
        assertThat(bench.last().reading().state()).isEqualTo(SourceState.OK);
        assertThat(bench.last().findings()).isEmpty();
        assertThat(bench.last().keys()).hasSize(1);
    }

    @Test
    void brokenForLong_isTold_withTheLastGoodKeys_andForgottenWhenItIsRepaired() {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        bench.put("{");
        bench.pass(Duration.ofSeconds(8));

        assertThat(bench.last().reading().state()).isEqualTo(SourceState.INVALID);
        assertThat(bench.last().findings()).extracting(Finding::code).containsExactly(Code.CONFIG_INVALID);
        assertThat(bench.last().keys()).hasSize(1);
        var told = bench.reports.size();
        bench.pass(Duration.ofSeconds(60));
        assertThat(bench.reports).hasSize(told); // said once, not every second

        bench.write("binance=" + A);
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.last().reading().state()).isEqualTo(SourceState.OK);
        assertThat(bench.binance.asked).hasSize(1);
    }

    @Test
    void goneForLong_isToldMissing_andReadWhenItIsBack() throws IOException {
        bench(Map.of(), "binance=" + A);
        bench.serve();
        Files.delete(bench.config);
        bench.pass(Duration.ofSeconds(8));
        assertThat(bench.last().reading().state()).isEqualTo(SourceState.MISSING);
        assertThat(bench.last().keys()).hasSize(1);

        bench.write("binance=" + A);
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.last().reading().state()).isEqualTo(SourceState.OK);
    }

    @Test
    void fileThatComesLater_isRead() {
        bench(Map.of());
        bench.serve();
        assertThat(bench.last().reading().state()).isEqualTo(SourceState.MISSING);

        bench.write("binance=" + A);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.last().reading().state()).isEqualTo(SourceState.OK);
        assertThat(bench.binance.times(A)).hasSize(1);
    }

    @Test
    void rewriteThatNoLookCanSee_isReadAtTheNextRecheck() throws IOException {
        bench(Map.of(), "binance=" + A);
        bench.gateOpen = true;
        var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(bench.config, time);
        bench.serve();
        bench.write("binance=" + B);
        Files.setLastModifiedTime(bench.config, time);
        bench.pass(Duration.ofMinutes(34));

        assertThat(bench.binance.times(B)).isNotEmpty();
    }

    @Test
    void rotatedKeyFile_isNoticed() throws IOException {
        var file = Files.writeString(folder.resolve("key"), A + "\n");
        bench(Map.of(
                "preflight.keys.\"binance\".exchange",
                "binance",
                "preflight.keys.\"binance\".key-file",
                file.toString(),
                "preflight.keys.\"binance\".secret",
                CheckBench.SECRET));
        bench.serve();
        assertThat(bench.binance.times(A)).hasSize(1);
        bench.pass(Duration.ofSeconds(2));

        Files.writeString(file, B + "\n");
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.binance.times(B)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keyFileGoneOrEmptyForAMoment_changesNothing_forLong_isTold(boolean gone) throws IOException {
        var file = Files.writeString(folder.resolve("key"), A + "\n");
        bench(Map.of(
                "preflight.keys.\"binance\".exchange",
                "binance",
                "preflight.keys.\"binance\".key-file",
                file.toString(),
                "preflight.keys.\"binance\".secret",
                CheckBench.SECRET));
        bench.serve();
        var before = codes(bench.last().keys().get(0));
        lose(file, gone);
        bench.pass(Duration.ofSeconds(4));
        assertThat(codes(bench.last().keys().get(0))).isEqualTo(before);
        Files.writeString(file, A);
        bench.pass(Duration.ofSeconds(2));
        assertThat(codes(bench.last().keys().get(0))).isEqualTo(before);
        assertThat(bench.binance.asked).hasSize(1);

        lose(file, gone);
        bench.pass(Duration.ofSeconds(8));
        assertThat(codes(bench.last().keys().get(0))).contains(Code.CREDENTIAL_MISSING);

        Files.writeString(file, A);
        bench.pass(Duration.ofSeconds(2));
        assertThat(codes(bench.last().keys().get(0))).isEqualTo(before);
    }

    private static void lose(Path file, boolean gone) throws IOException {
        Files.delete(file);
        if (!gone) {
            Files.writeString(file, "");
        }
    }

    private void bench(Map<String, String> settings, String... entries) {
        bench = new CheckBench(folder, settings);
        if (entries.length > 0) {
            bench.write(entries);
        }
    }

    private static List<Long> minutesBetween(List<Instant> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)).toMinutes())
                .toList();
    }

    private static List<Code> codes(KeyReport key) {
        return key.judgement().findings().stream().map(Finding::code).toList();
    }
}
