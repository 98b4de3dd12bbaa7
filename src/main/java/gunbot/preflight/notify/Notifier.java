package gunbot.preflight.notify;

import gunbot.preflight.check.CheckListener;
import gunbot.preflight.check.Checks;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.text.Languages;
import gunbot.preflight.timing.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends word of what is new, in {@code preflight.language}, to those who have no Prometheus. It looks again every quarter of
 * an hour without a new report, since some keys are not asked again while Gunbot trades with them, and end all the same.
 */
@ApplicationScoped
public class Notifier implements CheckListener {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

    private final Delivery delivery;
    private final Timers timers;
    private final Clock clock;
    private final Phrases phrases;
    private final News news;
    private Report last;

    public Notifier(Delivery delivery, Entries entries, Languages languages, Timers timers, Clock clock) {
        this.delivery = delivery;
        this.timers = timers;
        this.clock = clock;
        this.phrases = new Phrases(languages.configured());
        this.news = new News(entries::accepted);
    }

    /** Hears of every report from now on, if there is anybody to tell. */
    public void start(Checks checks) {
        start(checks::listen);
    }

    void start(Consumer<CheckListener> listen) {
        if (delivery.isOn()) {
            listen.accept(this);
            timers.after(BETWEEN_LOOKS, this::look);
        }
    }

    @Override
    public synchronized void report(Report report) {
        last = report;
        tell();
    }

    private synchronized void look() {
        timers.after(BETWEEN_LOOKS, this::look);
        if (last != null) {
            tell();
        }
    }

    private void tell() {
        var now = clock.instant();
        var items = news.of(last, now);
        if (!items.isEmpty()) {
            delivery.send(phrases.message(items, now));
        }
    }
}
