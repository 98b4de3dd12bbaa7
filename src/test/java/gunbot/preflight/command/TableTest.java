package gunbot.preflight.command;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.Reports;
import gunbot.preflight.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @ParameterizedTest
    @CsvSource({
        "en, 1, · 1 request",
        "en, 2, · 2 requests",
        "es, 1, · 1 petición",
        "es, 7, · 7 peticiones",
    })
    void requests_oneOrMany(String language, int requests, String words) {
        var read = new Grant(State.ON, Evidence.DECLARED, List.of(), List.of());
        var told = new Told(Facts.NONE.with(Scope.READ, read), null, null, requests, 5, Instant.EPOCH);
        var key = Reports.key("binance", Verdict.READY);
        var texts = Texts.in(Locale.forLanguageTag(language));
        var report = ReportView.of(
                Reports.of(new KeyReport(key.key(), told, key.judgement())), new Gates().with(Map.of()), texts);

        assertThat(new Table(false, texts).of(report).lines().map(String::strip))
                .anyMatch(line -> line.endsWith(words));
    }
}
