package gunbot.preflight.page;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.page.Card.Fact;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the status page from a report: words, marks and order, but no markup. */
final class Statuses {
    private static final int WHILE_RUNNING = 3;
    private static final int ELSE = 60;

    private final Catalogue catalogue;
    private final Texts texts;
    private final Times times;
    private final Function<String, Set<Code>> accepted;

    /** @param accepted the warnings that are accepted for an entry, by its name */
    Statuses(Catalogue catalogue, Locale locale, Function<String, Set<Code>> accepted) {
        this.catalogue = catalogue;
        this.texts = PageTexts.in(locale);
        this.times = new Times(texts);
        this.accepted = accepted;
    }

    /**
     * @param again seconds until a check may be asked for, where one was refused; else 0
     */
    StatusPage of(ReportView report, boolean running, int again, Instant now) {
        var cards = new Cards(catalogue, texts, times, now, accepted);
        var inUse = report.keys().stream()
                .filter(KeyView::inUse)
                .sorted(Comparator.comparing(KeyView::verdict))
                .map(cards::of)
                .toList();
        var others =
                report.keys().stream().filter(k -> !k.inUse()).map(cards::of).toList();
        return new StatusPage(
                Tone.of(report.verdict()),
                texts.get("status." + report.verdict()),
                gate(report.gate()),
                report.gate().open(),
                report.gate().waitingFor().stream()
                        .map(name -> waiting(name, inUse, others))
                        .toList(),
                tally(report.summary()),
                facts(report),
                report.findings().stream()
                        .sorted(Comparator.comparing(f -> Severity.valueOf(f.severity())))
                        .map(f -> Note.of(f, false, null, texts))
                        .toList(),
                inUse,
                others,
                running,
                again,
                report.checkedAt() + "/" + report.durationMs() + "/"
                        + report.gate().open(),
                running ? WHILE_RUNNING : ELSE);
    }

    /** Leads to the entry's first card, whatever that card's role. */
    private static StatusPage.Waiting waiting(String name, List<Card> inUse, List<Card> others) {
        return Stream.concat(inUse.stream(), others.stream())
                .filter(card -> card.name().equals(name))
                .findFirst()
                .map(card -> new StatusPage.Waiting(name, card.anchor()))
                .orElseGet(() -> new StatusPage.Waiting(name, null));
    }

    private String gate(ReportView.GateView gate) {
        if (gate.open()) {
            return texts.get("gate.open", Map.of("since", times.moment(gate.openedAt())));
        }
        return texts.get(gate.waitingFor().isEmpty() ? "gate.shut.file" : "gate.shut");
    }

    private List<StatusPage.Tally> tally(Map<Verdict, Integer> summary) {
        return summary.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new StatusPage.Tally(
                        Tone.of(count.getKey()), count.getValue(), texts.get("verdict." + count.getKey())))
                .toList();
    }

    private List<Fact> facts(ReportView report) {
        var facts = new ArrayList<Fact>();
        facts.add(plain(
                "fact.checked",
                texts.get(
                        "checked",
                        Map.of("at", times.moment(report.checkedAt()), "took", times.span(report.durationMs())))));
        Optional.ofNullable(report.nextCheckAt()).ifPresent(next -> facts.add(plain("fact.next", times.moment(next))));
        facts.add(plain(
                "fact.source",
                Optional.ofNullable(report.source().file()).orElse("–") + " · "
                        + texts.get("source." + report.source().state())));
        if (!report.complete()) {
            facts.add(new Fact(texts.get("fact.complete"), texts.get("complete.no"), Tone.UNSURE));
        }
        return facts;
    }

    private Fact plain(String label, String value) {
        return new Fact(texts.get(label), value, Tone.QUIET);
    }
}
