package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.metrics.Metric;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.Promtool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The alerts and the dashboard: they are right by themselves, and name what the program has. */
class RulesTest {
    private static final Path FOLDER = Path.of("k8s", "components", "monitoring");
    private static final Path TESTS = Path.of("src", "test", "resources", "prometheus");
    private static final Path ALERTS = TESTS.resolve("alerts_test.yaml");
    private static final Path EXPIRY = TESTS.resolve("expiry_test.yaml");
    private static final Pattern NAME = Pattern.compile("\\bpreflight_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("(code|severity|verdict|scope|state)=~?\"([A-Z0-9_|]+)\"");

    private static JsonNode rules;
    private static JsonNode dashboard;

    @BeforeAll
    static void read() throws IOException {
        rules = yaml("rules.yaml");
        dashboard = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    @Test
    void rules_promtoolFindsNoFault() {
        var checked =
                Promtool.run("", "check", "rules", FOLDER.resolve("rules.yaml").toString());

        assertThat(checked.exitCode()).as(checked.output()).isZero();
        assertThat(checked.output()).contains("SUCCESS");
    }

    @Test
    void rules_alertWhenTheyShould() {
        var tested = Promtool.run("", "test", "rules", ALERTS.toString(), EXPIRY.toString());

        assertThat(tested.exitCode()).as(tested.output()).isZero();
    }

    @Test
    void everyAlert_isTested() throws IOException {
        var tests = Files.readString(ALERTS) + Files.readString(EXPIRY);

        assertThat(alerts())
                .extracting(alert -> alert.path("alert").asText())
                .doesNotHaveDuplicates()
                .allMatch(tests::contains);
    }

    @Test
    void operatorsRule_isTheSame() throws IOException {
        var rule = yaml("prometheus-rule.yaml");

        assertThat(rule.path("kind").asText()).isEqualTo("PrometheusRule");
        assertThat(rule.at("/metadata/namespace").asText()).isEqualTo("gunbot");
        assertThat(rule.path("spec")).isEqualTo(rules);
    }

    @Test
    void everyAlert_saysWhatItIsAndWhereToLook() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).endsWith(".");
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .isIn("http://127.0.0.1:8090/", "http://127.0.0.1:8090/exchanges/{{ $labels.exchange }}");
        });
    }

    /** A label that the metric lacks would be shown as nothing. */
    @Test
    void everyAlert_namesOnlyLabelsThatItsMetricHas() {
        assertThat(alerts()).allSatisfy(alert -> {
            var first = NAME.matcher(alert.path("expr").asText());
            assertThat(first.find()).isTrue();
            var labels = Arrays.stream(Metric.values())
                    .filter(metric -> metric.title().equals(first.group()))
                    .findFirst()
                    .orElseThrow()
                    .labels();
            var named = Pattern.compile("\\$labels\\.([a-z]+)")
                    .matcher(alert.path("annotations").toString())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(labels).containsAll(named);
        });
    }

    @Test
    void everyMetricNamed_isThere_andEveryOneIsOnTheDashboard() {
        var ours = Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet());

        assertThat(names(rules)).isSubsetOf(ours);
        assertThat(names(dashboard)).isEqualTo(ours);
    }

    @Test
    void everyValueOfALabel_isThere() {
        var known = Map.of(
                "code", words(Code.values()),
                "severity", words(Severity.values()),
                "verdict", words(Verdict.values()),
                "scope", words(Scope.values()),
                "state", words(State.values()));

        assertThat(LABEL.matcher(expressions(rules) + expressions(dashboard)).results())
                .isNotEmpty()
                .allSatisfy(label -> assertThat(known.get(label.group(1)))
                        .contains(label.group(2).split("\\|")));
    }

    /** Those are not asked again while Gunbot trades, so that what is known of them may be old; at CEX.IO old keys alone. */
    @Test
    void stale_leavesOutTheExchangesThatShareTheirNonces() {
        var sharing = AllExchanges.catalogue().all().stream()
                .filter(exchange -> exchange.listing().nonces())
                .map(exchange -> exchange.listing().id());
        var named = Pattern.compile("exchange!~\"([a-z|-]+)\"").matcher(expressions(rules));

        assertThat(named.find()).isTrue();
        assertThat(named.group(1).split("\\|"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(sharing, Stream.of("cex")).toList());
    }

    @Test
    void dashboard_panelsDoNotOverlap_andAskTheChosenSource() {
        var taken = new HashSet<String>();
        var ids = new HashSet<Integer>();

        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> assertThat(
                            target.at("/datasource/uid").asText())
                    .isEqualTo("${datasource}"));
            var place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(taken.add(column + "," + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        });
    }

    /** Prometheus' own parser reads what the panels ask, as rules that record it. */
    @Test
    void dashboard_promtoolReadsItsExpressions() throws IOException {
        var recorded = new YAMLMapper().createObjectNode();
        var group = recorded.putArray("groups").addObject().put("name", "dashboard");
        var list = group.putArray("rules");
        int number = 0;
        for (var target : dashboard.findValues("expr")) {
            list.addObject().put("record", "panel:" + number++).put("expr", target.asText());
        }
        var file = Path.of("target", "dashboard-expressions.yaml");
        Files.createDirectories(file.getParent());
        new YAMLMapper().writeValue(file.toFile(), recorded);

        var checked = Promtool.run("", "check", "rules", "--lint=none", file.toString());
        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    private static JsonNode yaml(String name) throws IOException {
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(FOLDER.resolve(name).toFile());
    }

    private static List<JsonNode> alerts() {
        var alerts = new ArrayList<JsonNode>();
        rules.path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    private static String expressions(JsonNode document) {
        return document.findValues("expr").stream().map(JsonNode::asText).collect(Collectors.joining("\n"));
    }

    private static Set<String> names(JsonNode document) {
        return NAME.matcher(expressions(document))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static List<String> words(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
