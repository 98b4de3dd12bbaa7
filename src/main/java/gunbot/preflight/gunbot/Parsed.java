package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Finding;
import java.util.List;
import java.util.Set;

/** What the bytes of a config.js say, or why they say nothing. */
public sealed interface Parsed {
    /**
     * A file that can be understood, perhaps but for single places.
     *
     * @param entries those of {@code exchanges}, then the archived ones, in the file's order
     * @param orphans names that have enabled pairs but no entry
     * @param findings wrong types and repeated names
     * @param secrets every text that may be a secret
     * @param watchMode whether Gunbot looks but does not trade
     * @param withdrawAddressSet whether Gunbot has an address to withdraw to
     */
    record Config(
            List<Entry> entries,
            List<String> orphans,
            List<Finding> findings,
            Set<String> secrets,
            boolean watchMode,
            boolean withdrawAddressSet)
            implements Parsed {

        public Config {
            entries = List.copyOf(entries);
            orphans = List.copyOf(orphans);
            findings = List.copyOf(findings);
            secrets = Set.copyOf(secrets);
        }

        /** Whether {@code exchanges} holds anything; archived entries do not count. */
        boolean hasEntries() {
            return entries.stream().anyMatch(entry -> entry.usage() != Usage.ARCHIVED);
        }

        @Override
        public String toString() {
            return "Config[" + entries.size() + " entries]";
        }
    }

    /** A file that cannot be understood. */
    record Broken(Finding finding) implements Parsed {}
}
