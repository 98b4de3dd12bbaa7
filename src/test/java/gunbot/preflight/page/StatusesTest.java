package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.State;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.report.ReportView.FindingView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusesTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:40:00Z");

    private final ReportView mixed = report(
            key("fine", true, Verdict.READY),
            key(
                    "wrong",
                    true,
                    Verdict.NOT_READY,
                    finding("WITHDRAW_ON", "BLOCKER"),
                    finding("IP_UNRESTRICTED", "WARNING")),
            key("idle", false, Verdict.NOT_READY),
            key("odd", true, Verdict.UNKNOWN, finding("UNREACHABLE", "UNKNOWN")));

    @Test
    void keysInUse_comeFirst_theGravestAbove() {
        var page = page(mixed, false, 0);

        assertThat(page.inUse()).extracting(Card::name).containsExactly("wrong", "odd", "fine");
        assertThat(page.others()).extracting(Card::name).containsExactly("idle");
        assertThat(page.keys()).isEqualTo(4);
        assertThat(page.tone()).isEqualTo(Tone.BAD);
        assertThat(page.title()).isEqualTo("Not ready");
    }

    @Test
    void notes_haveTheirToneAndRemedy() {
        var notes = page(mixed, false, 0).inUse().get(0).notes();

        assertThat(notes).extracting(Note::tone).containsExactly(Tone.BAD, Tone.LOOK);
        assertThat(notes.get(0).remedy()).isNotEmpty();
        assertThat(notes).extracting(Note::code).containsExactly("WITHDRAW_ON", "IP_UNRESTRICTED");
    }

    @Test
    void tally_countsOnlyWhatIsThere() {
        assertThat(page(mixed, false, 0).tally())
                .containsExactly(
                        new StatusPage.Tally(Tone.BAD, 2, "Not ready"),
                        new StatusPage.Tally(Tone.UNSURE, 1, "Could not tell"),
                        new StatusPage.Tally(Tone.GOOD, 1, "Ready"));
    }

    @Test
    void browsersWithoutScripts_askAgainSoonerWhileACheckRuns() {
        assertThat(page(mixed, true, 0).refresh())
                .isLessThan(page(mixed, false, 0).refresh());
    }

    @Test
    void everyReport_hasItsOwnStamp() {
        assertThat(page(mixed, false, 0).stamp()).isEqualTo("2026-11-22T08:40:00Z/1");
    }

    @Test
    void onlyTheKeyPageOfTheExchange_becomesALink() {
        var finding =
                new FindingView("READ_OFF", "BLOCKER", "m", "Open https://a.example/keys, not https://b.example", "");

        assertThat(Note.of(finding, "https://a.example/keys", PageTexts.in(Locale.ENGLISH))
                        .remedy())
                .containsExactly(
                        new Note.Piece("Open ", false),
                        new Note.Piece("https://a.example/keys", true),
                        new Note.Piece(", not https://b.example", false));
        assertThat(Note.of(finding, "javascript:alert(1)", PageTexts.in(Locale.ENGLISH))
                        .remedy())
                .containsExactly(new Note.Piece(finding.remedy(), false));
    }

    private static StatusPage page(ReportView report, boolean running, int again) {
        return new Statuses(new Catalogue(List.of()), Locale.ENGLISH).of(report, running, again, AT);
    }

    private static FindingView finding(String code, String severity) {
        return new FindingView(code, severity, "what is the case", "what to do", "");
    }

    private static KeyView key(String name, boolean inUse, Verdict verdict, FindingView... findings) {
        return new KeyView(
                name,
                "binance",
                "spot",
                Role.BOTH,
                inUse,
                "x4Yz",
                Source.CONFIG,
                verdict,
                List.of(),
                new KeyView.IpView(State.UNKNOWN, List.of()),
                null,
                new KeyView.ExpiryView(Expiry.Kind.UNKNOWN, null),
                null,
                null,
                1,
                AT,
                null,
                List.of(findings));
    }

    private static ReportView report(KeyView... keys) {
        return new ReportView(
                false,
                Verdict.NOT_READY,
                true,
                AT,
                1,
                null,
                new ReportView.SourceView("/data/config.js", SourceState.OK, AT),
                new ReportView.GateView("enforce", false, null, List.of("wrong", "odd")),
                Map.of(Verdict.NOT_READY, 2, Verdict.UNKNOWN, 1, Verdict.READY, 1, Verdict.ATTENTION, 0),
                List.of(),
                List.of(keys));
    }
}
