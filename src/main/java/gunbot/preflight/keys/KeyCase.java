package gunbot.preflight.keys;

import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.probe.Question;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * One key of one entry, as the report will name it.
 *
 * @param name the entry's name
 * @param exchange our id of the exchange, or Gunbot's name of one that we do not know
 * @param listing the exchange's catalogue entry, or null for one that we do not know
 * @param market what it trades on, or null where that is not known
 * @param role what Gunbot uses it for
 * @param inUse whether its verdict counts
 * @param checked whether it is ever asked; false for archived entries
 * @param hint the last four characters of the key id, or empty
 * @param source where the credentials come from
 * @param origin where its requests go instead of the exchange's own hosts, or null
 * @param question what to ask, or null where something stands in the way that the findings tell
 * @param findings what is known before anything is asked
 */
public record KeyCase(
        String name,
        String exchange,
        Listing listing,
        Market market,
        Role role,
        boolean inUse,
        boolean checked,
        String hint,
        Source source,
        URI origin,
        Question question,
        List<Finding> findings) {

    public KeyCase {
        findings = List.copyOf(findings);
    }

    /** Whether Gunbot might trade with it: archived ones it does not use, and without key and secret it cannot. */
    public boolean isReal() {
        return checked && findings.stream().noneMatch(KeyCase::saysThereIsNoKey);
    }

    /** A missing passphrase, or a file of ours that cannot be read, does not keep Gunbot from trading. */
    private static boolean saysThereIsNoKey(Finding finding) {
        var fields = finding.values().getOrDefault("fields", "key");
        return (finding.code() == Code.PLACEHOLDER || finding.code() == Code.CREDENTIAL_MISSING)
                && !finding.variant().equals("given")
                && Stream.of(fields.split(", ")).anyMatch(field -> field.equals("key") || field.equals("secret"));
    }
}
