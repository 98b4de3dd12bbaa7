package gunbot.preflight.check;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.judge.Judgement;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.rhythm.Remembered;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer means for when to ask again. */
final class Upshot {
    private static final Set<Code> PASSING =
            Set.of(Code.UNREACHABLE, Code.MAINTENANCE, Code.RATE_LIMITED, Code.NO_NETWORK, Code.NONCE);

    private Upshot() {}

    /**
     * @param before what the answer before it meant; empty for the first
     * @param reports the keys whose answer it is: one, or several where entries share a key
     */
    static Remembered of(Optional<Remembered> before, List<KeyReport> reports, Told told) {
        var decisive = decisive(reports, told);
        return decisive == null
                ? new Remembered(told.at(), 0, null)
                : new Remembered(
                        told.at(), before.map(Remembered::refusedInARow).orElse(0) + 1, decisive);
    }

    /** What the same answer means when its keys are judged anew: an edit of the file or the passing of time may change that. */
    static Remembered again(Remembered before, List<KeyReport> reports, Told told) {
        var decisive = decisive(reports, told);
        return decisive == before.decisive()
                ? before
                : new Remembered(
                        before.askedAt(), decisive == null ? 0 : Math.max(1, before.refusedInARow()), decisive);
    }

    /**
     * What is to be remembered beyond a restart: that a key could not be asked for a while says nothing of what held it up
     * before.
     *
     * @param before what was remembered of it
     */
    static Remembered remembered(Optional<Remembered> before, Remembered now) {
        var decisive = before.map(Remembered::decisive)
                .filter(Upshot::isBlocker)
                .filter(code -> now.decisive() != null && PASSING.contains(now.decisive()))
                .orElse(now.decisive());
        return new Remembered(now.askedAt(), now.refusedInARow(), decisive);
    }

    /** A clock that held a key up was refused. */
    private static boolean isBlocker(Code code) {
        return code.severity() == Severity.BLOCKER || code == Code.CLOCK_SKEW;
    }

    private static boolean canWithdraw(KeyReport key) {
        return key.judgement().findings().stream()
                .anyMatch(finding -> finding.code() == Code.WITHDRAW_ON && finding.severity() == Severity.BLOCKER);
    }

    private static boolean holds(Verdict verdict) {
        return verdict == Verdict.NOT_READY || verdict == Verdict.UNKNOWN;
    }

    /**
     * That money can be taken out, whatever else there is: it must not be forgotten over a lesser thing. Else what the
     * exchange said first, since that is what stands in the way; else the heaviest of what we found ourselves. Null where
     * nothing holds the key up.
     */
    private static Code decisive(List<KeyReport> reports, Told told) {
        if (reports.stream().anyMatch(Upshot::canWithdraw)) {
            return Code.WITHDRAW_ON;
        }
        return reports.stream()
                .map(KeyReport::judgement)
                .filter(judgement -> holds(judgement.verdict()))
                .findFirst()
                .map(judgement -> decisive(judgement, told))
                .orElse(null);
    }

    private static Code decisive(Judgement judgement, Told told) {
        return told.facts().refusals().isEmpty()
                ? judgement.findings().get(0).code()
                : told.facts().refusals().get(0).code();
    }
}
