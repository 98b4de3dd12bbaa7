package gunbot.preflight.gate;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Settings;
import java.time.Instant;
import java.util.List;

/**
 * Whether the gate may open. A key that could not be asked for long enough counts as one that works from then on, whatever
 * the others do.
 *
 * @param opening why it may open, or null where it stays shut
 * @param holds the keys that it waits for; empty where it opens
 * @param file what is wrong with Gunbot's file, where the gate waits for that; else empty
 * @param overdue the entries that it waits for no more, although they could not be asked; empty unless it is opened by that
 */
record Ruling(Opening opening, List<Hold> holds, List<Finding> file, List<String> overdue) {

    /** @param holds the keys in use that are not ready, the exempted ones left out */
    static Ruling on(Report report, List<Hold> holds, Settings.Gate settings, Instant now) {
        if (settings.mode() == Settings.Gate.Mode.REPORT) {
            return open(Opening.REPORT_MODE);
        }
        var limit = settings.unknownFor().length();
        var waiting = holds.stream().filter(hold -> !hold.hasPassed(limit, now)).toList();
        var overdue = holds.stream()
                .filter(hold -> hold.hasPassed(limit, now))
                .map(Hold::name)
                .distinct()
                .toList();
        var file = blind(report);
        return settings.holdFor() == Settings.Gate.HoldFor.DANGER
                ? forDanger(report, waiting, overdue, file)
                : forAny(report, waiting, overdue, file);
    }

    private static Ruling forAny(Report report, List<Hold> waiting, List<String> overdue, List<Finding> file) {
        if (file.isEmpty() && nothingToTrade(report)) {
            return open(Opening.NOTHING_TO_TRADE);
        }
        if (!waiting.isEmpty() || !file.isEmpty()) {
            return new Ruling(null, waiting, file, List.of());
        }
        return overdue.isEmpty() ? open(Opening.READY) : new Ruling(Opening.TIMED_OUT, waiting, file, overdue);
    }

    /** Here a file that was never read holds only for want of a key that works. */
    private static Ruling forDanger(Report report, List<Hold> waiting, List<String> overdue, List<Finding> file) {
        if (file.isEmpty() && nothingToTrade(report)) {
            return open(Opening.NOTHING_TO_TRADE);
        }
        var dangers = waiting.stream().filter(Hold::isDanger).toList();
        boolean works = report.keys().stream()
                .anyMatch(key -> key.key().inUse() && key.judgement().verdict().ready());
        boolean exempted = waiting.isEmpty() && overdue.isEmpty() && file.isEmpty();
        if (!works && overdue.isEmpty() && !exempted) {
            return new Ruling(null, waiting, file, List.of());
        }
        if (!dangers.isEmpty()) {
            return new Ruling(null, dangers, List.of(), List.of());
        }
        return works || exempted ? open(Opening.READY) : new Ruling(Opening.TIMED_OUT, List.of(), List.of(), overdue);
    }

    private static Ruling open(Opening opening) {
        return new Ruling(opening, List.of(), List.of(), List.of());
    }

    private static boolean nothingToTrade(Report report) {
        var keys = report.keys().stream().map(KeyReport::key).toList();
        return keys.stream().noneMatch(KeyCase::isReal) || keys.stream().noneMatch(key -> key.inUse() && key.checked());
    }

    /** A file that is there but was never read may hold anything. A file that is not there holds no keys. */
    private static List<Finding> blind(Report report) {
        var reading = report.reading();
        boolean blind = reading.readAt() == null
                && (reading.state() == SourceState.UNREADABLE || reading.state() == SourceState.INVALID);
        return !blind
                ? List.of()
                : reading.findings().isEmpty() ? List.of(unread(reading.state())) : reading.findings();
    }

    private static Finding unread(SourceState state) {
        return Finding.of(
                state == SourceState.INVALID
                        ? gunbot.preflight.facts.Code.CONFIG_INVALID
                        : gunbot.preflight.facts.Code.CONFIG_UNREADABLE);
    }
}
