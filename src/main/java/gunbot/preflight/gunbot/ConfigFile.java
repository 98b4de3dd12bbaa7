package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Gunbot's file, which others write while we read it. A reading that fails keeps what the last good one found, since Gunbot
 * goes on with it as well. A file that is not there may be one that is just being replaced: it is waited for like one that
 * changes, where there is nothing to keep. Nothing is ever written or locked. Reading blocks: not for the event loop.
 */
public final class ConfigFile {
    /** With the waits between them about a second: enough for any writer to finish a file of this size. */
    static final int ATTEMPTS = 5;

    private static final long WAIT_MILLIS = 250;

    private final Path path;
    private final Clock clock;
    private final Runnable pause;
    private final Function<Path, Look> looking;
    private Parsed.Config lastGood;
    private Instant lastGoodAt;

    /** @param path Gunbot's file, or null where none is configured */
    public ConfigFile(Path path, Clock clock) {
        this(path, clock, ConfigFile::sleep, RegularFile::look);
    }

    /** @param pause waits a moment for a writer to finish */
    public ConfigFile(Path path, Clock clock, Runnable pause) {
        this(path, clock, pause, RegularFile::look);
    }

    ConfigFile(Path path, Clock clock, Runnable pause, Function<Path, Look> looking) {
        this.path = path;
        this.clock = clock;
        this.pause = pause;
        this.looking = looking;
    }

    /** Reads the file; one caller at a time, others wait. */
    public synchronized Reading read() {
        if (path == null) {
            return new Reading(SourceState.NONE, null, null, List.of(), List.of(), List.of(), Set.of(), false, false);
        }
        Reading failure = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) {
                pause.run();
            }
            var look = looking.apply(path);
            if (look instanceof Look.Failed failed) {
                failure = kept(failed.state(), List.of(failed.finding()), Set.of());
                if (failed.state() != SourceState.MISSING || lastGood != null) {
                    return failure;
                }
            } else if (look instanceof Look.Whole whole) {
                var parsed = ConfigParser.parse(whole.bytes());
                if (parsed instanceof Parsed.Config config) {
                    return accepted(config);
                }
                failure = invalid(((Parsed.Broken) parsed).finding());
            } else {
                failure = invalid(Finding.of(Code.CONFIG_INVALID).variant("changing"));
            }
        }
        return failure;
    }

    private Reading accepted(Parsed.Config config) {
        if (!config.hasEntries() && lastGood != null && lastGood.hasEntries()) {
            var findings = new ArrayList<Finding>();
            findings.add(Finding.of(Code.CONFIG_EMPTIED));
            findings.addAll(config.findings());
            return kept(SourceState.EMPTIED, findings, config.secrets());
        }
        lastGood = config;
        lastGoodAt = clock.instant();
        return kept(SourceState.OK, config.findings(), Set.of());
    }

    private Reading invalid(Finding finding) {
        return kept(SourceState.INVALID, List.of(finding), Set.of());
    }

    /** The last good reading's entries, under the state and the findings of this one. */
    private Reading kept(SourceState state, List<Finding> findings, Set<String> moreSecrets) {
        var file = path.toString();
        var named = findings.stream().map(finding -> finding.with("file", file)).toList();
        if (lastGood == null) {
            return new Reading(state, file, null, List.of(), List.of(), named, moreSecrets, false, false);
        }
        var secrets = new HashSet<>(lastGood.secrets());
        secrets.addAll(moreSecrets);
        return new Reading(
                state,
                file,
                lastGoodAt,
                lastGood.entries(),
                lastGood.orphans(),
                named,
                secrets,
                lastGood.watchMode(),
                lastGood.withdrawAddressSet());
    }

    private static void sleep() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
