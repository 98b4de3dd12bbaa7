package gunbot.preflight.testing;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Judgement;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reports for tests of what comes after them. */
public final class Reports {
    private static final Instant AT = Instant.parse("2026-11-22T08:40:00Z");

    private Reports() {}

    /** A report on a file that was read well. */
    public static Report of(KeyReport... keys) {
        return of(SourceState.OK, keys);
    }

    public static Report of(SourceState state, KeyReport... keys) {
        var readAt = state == SourceState.OK ? AT : null;
        var reading = new Reading(state, "config.js", readAt, List.of(), List.of(), List.of(), Set.of(), false, false);
        return new Report(AT, Duration.ofMillis(1), true, reading, List.of(), List.of(keys));
    }

    /** A key in use. */
    public static KeyReport key(String name, Verdict verdict, Code... codes) {
        return key(name, true, verdict, codes);
    }

    public static KeyReport key(String name, boolean inUse, Verdict verdict, Code... codes) {
        return of(name, inUse, verdict, Arrays.stream(codes).map(Finding::of).toList());
    }

    /** A key in use that is not ready for one reason. */
    public static KeyReport with(String name, Finding finding) {
        return of(name, true, Verdict.NOT_READY, List.of(finding));
    }

    /** A key in use that its exchange was asked about, told apart by its secret. */
    public static KeyReport asked(String name, String secret, Verdict verdict, Code... codes) {
        var credentials = new Credentials("the key of " + name, secret, "", "");
        return of(
                name,
                true,
                verdict,
                Arrays.stream(codes).map(Finding::of).toList(),
                new Question("binance", credentials, Market.SPOT, false, null));
    }

    private static KeyReport of(String name, boolean inUse, Verdict verdict, List<Finding> findings) {
        return of(name, inUse, verdict, findings, null);
    }

    private static KeyReport of(
            String name, boolean inUse, Verdict verdict, List<Finding> findings, Question question) {
        var key = new KeyCase(
                name,
                "binance",
                null,
                Market.SPOT,
                Role.BOTH,
                inUse,
                verdict != Verdict.NOT_CHECKED,
                "",
                Source.CONFIG,
                null,
                question,
                findings);
        return new KeyReport(key, null, new Judgement(verdict, List.of(), findings));
    }
}
