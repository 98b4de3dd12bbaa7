package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
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
import java.util.Set;
import java.util.stream.Stream;
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
        assertThat(page(mixed, false, 0).stamp()).isEqualTo("2026-11-22T08:40:00Z/1/false");
    }

    @Test
    void onlyTheKeyPageOfTheExchange_becomesALink() {
        var finding =
                new FindingView("READ_OFF", "BLOCKER", "m", "Open https://a.example/keys, not https://b.example", "");

        assertThat(Note.of(finding, false, "https://a.example/keys", PageTexts.in(Locale.ENGLISH))
                        .remedy())
                .containsExactly(
                        new Note.Piece("Open ", false),
                        new Note.Piece("https://a.example/keys", true),
                        new Note.Piece(", not https://b.example", false));
        assertThat(Note.of(finding, false, "javascript:alert(1)", PageTexts.in(Locale.ENGLISH))
                        .remedy())
                .containsExactly(new Note.Piece(finding.remedy(), false));
    }

    @Test
    void entryHeldAndArchived_hasIdsOfItsOwn_andTheGateLeadsToTheFirst() {
        var page = page(
                report(
                        key("odd", false, Verdict.NOT_CHECKED),
                        key("wrong", false, Verdict.NOT_CHECKED, finding("ENTRY_ARCHIVED", "INFO")),
                        key("wrong", true, Verdict.NOT_READY)),
                false,
                0);

        assertThat(Stream.concat(page.inUse().stream(), page.others().stream()).map(Card::anchor))
                .containsExactly("key-wrong", "key-odd", "key-wrong-2");
        assertThat(page.waitingFor())
                .containsExactly(
                        new StatusPage.Waiting("wrong", "key-wrong"), new StatusPage.Waiting("odd", "key-odd"));
    }

    @Test
    void gateWaitsForAnEntryWithOnlyAMasterCard_leadsThere_andNowhereWithoutACard() {
        var master = key("wrong", Role.MASTER, true, Verdict.NOT_READY, 1);

        assertThat(page(report(master), false, 0).waitingFor())
                .containsExactly(
                        new StatusPage.Waiting("wrong", "key-wrong-master"), new StatusPage.Waiting("odd", null));
    }

    @Test
    void keyNotAsked_stillSaysWhereItComesFrom_unlessArchived() {
        var page = page(
                report(
                        key("a", Role.BOTH, true, Verdict.UNKNOWN, 0, finding("UNREACHABLE", "UNKNOWN")),
                        key("b", Role.BOTH, false, Verdict.NOT_CHECKED, 0, finding("ENTRY_ARCHIVED", "INFO"))),
                false,
                0);

        var card = page.inUse().get(0);
        assertThat(card.facts()).isEmpty();
        assertThat(card.rights()).isEmpty();
        assertThat(card.evidence()).extracting(Card.Fact::value).contains("config.js", "0");
        assertThat(page.others().get(0).evidence()).isEmpty();
    }

    @Test
    void acceptedWarning_isMarkedAsSuch_butNeverABlocker() {
        var page = page(
                report(
                        key("fine", true, Verdict.READY, finding("IP_UNRESTRICTED", "WARNING")),
                        key("other", true, Verdict.ATTENTION, finding("IP_UNRESTRICTED", "WARNING")),
                        key("fine", true, Verdict.NOT_READY, finding("IP_UNRESTRICTED", "BLOCKER"))),
                false,
                0);

        assertThat(page.inUse().stream().flatMap(card -> card.notes().stream()))
                .extracting(Note::severity)
                .containsExactly("Must be mended", "Worth a look", "Accepted warning");
        assertThat(page.inUse().get(2).notes().get(0).tone()).isEqualTo(Tone.QUIET);
    }

    private static Set<Code> accepted(String entry) {
        return entry.equals("fine") ? Set.of(Code.IP_UNRESTRICTED) : Set.of();
    }

    private static StatusPage page(ReportView report, boolean running, int again) {
        return new Statuses(new Catalogue(List.of()), Locale.ENGLISH, StatusesTest::accepted)
                .of(report, running, again, AT);
    }

    private static FindingView finding(String code, String severity) {
        return new FindingView(code, severity, "what is the case", "what to do", "");
    }

    private static KeyView key(String name, boolean inUse, Verdict verdict, FindingView... findings) {
        return key(name, Role.BOTH, inUse, verdict, 1, findings);
    }

    private static KeyView key(
            String name, Role role, boolean inUse, Verdict verdict, int requests, FindingView... findings) {
        return new KeyView(
                name,
                "binance",
                "spot",
                role,
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
                requests,
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
