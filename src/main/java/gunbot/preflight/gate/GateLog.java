package gunbot.preflight.gate;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Cleaner;
import gunbot.preflight.report.Wording;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Says in the log what the gate waits for and what to do, and why it opened: no more than the report shows. */
@ApplicationScoped
public class GateLog {
    private static final Logger LOG = Logger.getLogger(Gate.class);

    /** Who has more keys than this reads the report. */
    private static final int MOST = 20;

    private final Texts texts;
    private final Wording wording;
    private final BiConsumer<Logger.Level, String> log;

    @Inject
    public GateLog(Settings settings) {
        this(settings, LOG::log);
    }

    /** @param log where lines go, each with its level */
    public GateLog(Settings settings, BiConsumer<Logger.Level, String> log) {
        this.texts = Texts.in(Locale.forLanguageTag(settings.language().name().toLowerCase(Locale.ROOT)));
        this.wording = new Wording(texts);
        this.log = log;
    }

    void waits(Gate.State state) {
        var lines = new LinkedHashSet<String>();
        state.file().forEach(finding -> lines.add(line("config.js", finding, null)));
        for (var hold : state.holds()) {
            if (hold.reasons().isEmpty()) {
                lines.add(hold.name());
            }
            hold.reasons()
                    .forEach(finding ->
                            lines.add(line(hold.name(), finding, hold.key().key())));
        }
        say(Logger.Level.INFO, "gate.shut", Map.of());
        lines.stream().limit(MOST).forEach(line -> say(Logger.Level.INFO, "gate.waits", Map.of("for", line)));
        if (lines.size() > MOST) {
            say(Logger.Level.INFO, "gate.more", Map.of("count", String.valueOf(lines.size() - MOST)));
        }
    }

    void opened(Gate.State state) {
        boolean alarming = state.how() == Opening.TIMED_OUT || state.how() == Opening.BY_HAND;
        say(
                alarming ? Logger.Level.WARN : Logger.Level.INFO,
                "gate.open." + state.how(),
                Map.of("entries", String.join(", ", state.overdue()), "time", String.valueOf(state.openedAt())));
    }

    private String line(String name, Finding finding, KeyCase key) {
        return String.join(
                        " ",
                        List.of(
                                name + ":",
                                finding.code().name(),
                                wording.message(finding, key),
                                wording.remedy(finding, key)))
                .strip();
    }

    private void say(Logger.Level level, String text, Map<String, String> values) {
        log.accept(level, Cleaner.oneLine(texts.get(text, values)));
    }
}
