package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a look at Gunbot's file gave. After a failed look the entries are those of the last good one.
 *
 * @param state how the look ended
 * @param file the path, or null where none is configured
 * @param readAt when the entries were read, or null where they never were
 * @param entries what the file holds, in its order
 * @param orphans names that have enabled pairs but no entry
 * @param findings what is wrong with the file, or with single places of it
 * @param secrets every text of the file that may be a secret, whatever its use; for cleaning only
 * @param watchMode whether Gunbot looks but does not trade ({@code bot.WATCH_MODE})
 * @param withdrawAddressSet whether Gunbot has an address to withdraw to ({@code bot.withdraw_address})
 */
public record Reading(
        SourceState state,
        String file,
        Instant readAt,
        List<Entry> entries,
        List<String> orphans,
        List<Finding> findings,
        Set<String> secrets,
        boolean watchMode,
        boolean withdrawAddressSet) {

    public Reading {
        entries = List.copyOf(entries);
        orphans = List.copyOf(orphans);
        findings = List.copyOf(findings);
        secrets = Set.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "Reading[" + state + ", " + entries.size() + " entries]";
    }
}
