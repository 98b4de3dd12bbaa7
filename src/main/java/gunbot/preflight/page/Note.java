package gunbot.preflight.page;

import gunbot.preflight.report.ReportView.FindingView;
import gunbot.preflight.text.Texts;
import java.util.List;

/**
 * A finding as the page shows it.
 *
 * @param severity how much it weighs, in words
 * @param remedy what to do, in pieces; none where nothing need be done
 * @param evidence what the exchange said, or empty
 */
public record Note(Tone tone, String severity, String code, String message, List<Piece> remedy, String evidence) {

    /**
     * A piece of a remedy.
     *
     * @param link whether it is the address of the exchange's key page, and nothing that anyone else chose
     */
    public record Piece(String text, boolean link) {}

    /**
     * @param accepted whether it is a warning that was accepted for this entry
     * @param keyPage the one address that becomes a link, or null
     */
    static Note of(FindingView finding, boolean accepted, String keyPage, Texts texts) {
        return new Note(
                accepted ? Tone.QUIET : Tone.ofSeverity(finding.severity()),
                texts.get("severity." + (accepted ? "accepted" : finding.severity())),
                finding.code(),
                finding.message(),
                pieces(finding.remedy(), keyPage),
                finding.evidence());
    }

    private static List<Piece> pieces(String remedy, String keyPage) {
        if (remedy.isEmpty()) {
            return List.of();
        }
        var at = keyPage == null || !keyPage.startsWith("https://") ? -1 : remedy.indexOf(keyPage);
        return at < 0
                ? List.of(new Piece(remedy, false))
                : List.of(
                        new Piece(remedy.substring(0, at), false),
                        new Piece(keyPage, true),
                        new Piece(remedy.substring(at + keyPage.length()), false));
    }
}
