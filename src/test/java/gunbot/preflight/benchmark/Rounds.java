package gunbot.preflight.benchmark;

import gunbot.preflight.benchmark.Measured.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What each of several starts gave. The first fills the page cache, and does not count. */
final class Rounds {
    private final List<Duration> starts = new ArrayList<>();
    private final List<Duration> reports = new ArrayList<>();
    private final List<Long> resident = new ArrayList<>();

    /** One start, from nothing to the result. */
    interface Start {
        Round run() throws IOException;
    }

    /**
     * What one start gave.
     *
     * @param start to the first 200; null where nothing is served
     * @param report to the result
     * @param resident bytes, when the result was there
     */
    record Round(Duration start, Duration report, long resident) {}

    /** Starts it once to warm the page cache, and then so many times. */
    static Rounds of(int starts, Start start) throws IOException {
        var rounds = new Rounds();
        start.run();
        for (int i = 0; i < starts; i++) {
            rounds.add(start.run());
        }
        return rounds;
    }

    private void add(Round round) {
        if (round.start() != null) {
            starts.add(round.start());
        }
        reports.add(round.report());
        resident.add(round.resident());
    }

    Measured measured(Named name, Named done, Size size) {
        starts.sort(null);
        reports.sort(null);
        resident.sort(null);
        return new Measured(name, done, starts, reports, resident, size);
    }
}
