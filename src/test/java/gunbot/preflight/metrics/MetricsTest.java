package gunbot.preflight.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.judge.Judgement;
import gunbot.preflight.judge.ScopeState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the text form that Prometheus reads. */
@SuppressWarnings("deprecation") // the registry that Quarkus brings
class MetricsTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:40:00Z");
    private static final Grant ON = new Grant(State.ON, Evidence.DECLARED, List.of("a label"), List.of());

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gates gates = new Gates();
    private final Gate gate = gates.with(Map.of());
    private final Metrics metrics = new Metrics(registry, gate);

    @BeforeEach
    void start() {
        metrics.start();
    }

    @Test
    void beforeTheFirstReport_onlyTheGate_shut() {
        assertThat(lines()).containsExactly("preflight_gate_open 0.0");
    }

    @Test
    void gateOpens_seenAtOnce() {
        gate.openByHand();

        assertThat(lines()).containsExactly("preflight_gate_open 1.0");
    }

    @Test
    void verdict_oneOfAll() {
        metrics.report(Reports.of(Reports.key("binance#2", Verdict.NOT_READY)));

        assertThat(lines("preflight_key_verdict"))
                .containsExactlyInAnyOrder(
                        verdict("NOT_READY", "1.0"),
                        verdict("UNKNOWN", "0.0"),
                        verdict("ATTENTION", "0.0"),
                        verdict("READY", "0.0"),
                        verdict("NOT_CHECKED", "0.0"));
    }

    @Test
    void verdictChanges_sameSeriesWithOtherNumbers() {
        metrics.report(Reports.of(Reports.key("binance#2", Verdict.NOT_READY)));
        metrics.report(Reports.of(Reports.key("binance#2", Verdict.READY)));

        assertThat(lines("preflight_key_verdict"))
                .hasSize(5)
                .contains(verdict("NOT_READY", "0.0"), verdict("READY", "1.0"));
    }

    @Test
    void scope_oneOfThreeStates_unknownIsNeitherOnNorOff() {
        metrics.report(Reports.of(told(
                Facts.NONE.with(Scope.READ, ON),
                new ScopeState(Scope.READ, ON, Expectation.REQUIRED),
                new ScopeState(Scope.WITHDRAW, Grant.UNKNOWN, Expectation.FORBIDDEN))));

        assertThat(lines("preflight_scope_state"))
                .containsExactlyInAnyOrder(
                        scope("READ", "ON", "1.0"),
                        scope("READ", "OFF", "0.0"),
                        scope("READ", "UNKNOWN", "0.0"),
                        scope("WITHDRAW", "ON", "0.0"),
                        scope("WITHDRAW", "OFF", "0.0"),
                        scope("WITHDRAW", "UNKNOWN", "1.0"));
    }

    @Test
    void findings_countedPerCodeAndSeverity_andGoAway() {
        metrics.report(Reports.of(
                Reports.key("kraken", Verdict.ATTENTION, Code.EXCESS_SCOPE, Code.EXCESS_SCOPE, Code.IP_UNRESTRICTED)));
        assertThat(lines("preflight_findings"))
                .containsExactlyInAnyOrder(
                        "preflight_findings{code=\"EXCESS_SCOPE\",entry=\"kraken\",severity=\"WARNING\",} 2.0",
                        "preflight_findings{code=\"IP_UNRESTRICTED\",entry=\"kraken\",severity=\"WARNING\",} 1.0");

        metrics.report(Reports.of(Reports.key("kraken", Verdict.READY)));
        assertThat(lines("preflight_findings")).isEmpty();
    }

    @Test
    void keyThatIsNoMore_allItsSeriesGo() {
        metrics.report(Reports.of(told(Facts.NONE.with(Scope.READ, ON).with(Expiry.at(AT)))));
        metrics.report(Reports.of());

        assertThat(lines()).containsExactly("preflight_gate_open 0.0");
    }

    @Test
    void numbersOfAKey_inSecondsWithItsLabels() {
        metrics.report(Reports.of(told(Facts.NONE.with(Scope.READ, ON).with(Expiry.at(AT.plusMillis(500))))));

        var labels = "{entry=\"kraken\",exchange=\"binance\",role=\"BOTH\",} ";
        assertThat(lines())
                .contains(
                        "preflight_key_expiry_timestamp_seconds" + labels + "1.7953368005E9",
                        "preflight_last_success_timestamp_seconds" + labels + "1.7953368E9",
                        "preflight_clock_skew_seconds" + labels + "-1.5",
                        "preflight_probe_duration_seconds" + labels + "0.22");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    INVALID_KEY, true
                    IP_NOT_ALLOWED, true
                    UNREACHABLE, false
                    RATE_LIMITED, false
                    NONCE, false
                    """)
    void lastSuccess_onlyOfAnAnswer(Code refusal, boolean success) {
        metrics.report(Reports.of(told(Facts.refused(Refusal.of(refusal, "")))));

        assertThat(lines("preflight_last_success_timestamp_seconds")).hasSize(success ? 1 : 0);
    }

    @Test
    void outageAfterSuccess_timeOfTheSuccessStays() {
        metrics.report(Reports.of(told(Facts.NONE.with(Scope.READ, ON))));
        var before = lines("preflight_last_success_timestamp_seconds");
        metrics.report(Reports.of(told(AT.plusSeconds(60), Facts.refused(Refusal.of(Code.UNREACHABLE, "")))));

        assertThat(before).hasSize(1);
        assertThat(lines("preflight_last_success_timestamp_seconds")).isEqualTo(before);
    }

    @Test
    void strangeName_onOneLineEscapedAndBounded() {
        metrics.report(Reports.of(Reports.key("a\"b\\c\nd\u202e" + "x".repeat(300), Verdict.READY, Code.ENTRY_IDLE)));

        assertThat(lines("preflight_findings"))
                .containsExactly("preflight_findings{code=\"ENTRY_IDLE\",entry=\"a\\\"b\\\\c d " + "x".repeat(92)
                        + "\",severity=\"INFO\",} 1.0");
    }

    @Test
    void moreKeysThanAreTold_theFirstAre() {
        var keys = IntStream.range(0, Rows.MOST_KEYS + 50)
                .mapToObj(i -> Reports.key("entry" + i, Verdict.READY))
                .toArray(KeyReport[]::new);
        metrics.report(Reports.of(keys));

        assertThat(lines("preflight_key_verdict")).hasSize(Rows.MOST_KEYS * Verdict.values().length);
        assertThat(lines("preflight_key_verdict")).anyMatch(line -> line.contains("\"entry0\""));
    }

    private static KeyReport told(Facts facts, ScopeState... scopes) {
        return told(AT, facts, scopes);
    }

    private static KeyReport told(Instant at, Facts facts, ScopeState... scopes) {
        var told = new Told(facts, new ClockReading(-1500, 10), null, 2, 220, at);
        var key = Reports.with("kraken", Finding.of(Code.ENTRY_IDLE)).key();
        return new KeyReport(key, told, new Judgement(Verdict.READY, Arrays.asList(scopes), List.of()));
    }

    private static String verdict(String verdict, String number) {
        return "preflight_key_verdict{entry=\"binance#2\",exchange=\"binance\",role=\"BOTH\",verdict=\"" + verdict
                + "\",} " + number;
    }

    private static String scope(String scope, String state, String number) {
        return "preflight_scope_state{entry=\"kraken\",exchange=\"binance\",role=\"BOTH\",scope=\"" + scope
                + "\",state=\"" + state + "\",} " + number;
    }

    private List<String> lines(String metric) {
        return lines().stream().filter(line -> line.startsWith(metric + "{")).toList();
    }

    private List<String> lines() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }
}
