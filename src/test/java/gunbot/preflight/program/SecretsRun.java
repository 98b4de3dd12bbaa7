package gunbot.preflight.program;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Faces;
import gunbot.preflight.testing.MarkedKeys;
import gunbot.preflight.testing.Markers;
import gunbot.preflight.testing.Program;
import gunbot.preflight.testing.Webhook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** One running program that meets some rows, and everything that it shows searched for every secret that it ever had. */
final class SecretsRun {
    static final AtomicInteger CASES = new AtomicInteger();
    static final AtomicInteger TEXTS = new AtomicInteger();

    private static final List<KeyState> STATES = List.of(
            KeyState.READ_ONLY,
            KeyState.WITHDRAW_ON,
            KeyState.UNRESTRICTED,
            KeyState.NEW_RIGHT,
            KeyState.WRONG_ADDRESS,
            KeyState.DISABLED,
            KeyState.EXPIRED,
            KeyState.OTP,
            KeyState.LEGACY_NO_DECLARATION);
    private static final int MORE_TRIES = 2;
    private static final int STEP = 2; // the numbers of the programs and the rows lead to all states

    private final int number;
    private final Path own;
    private final List<SecretsRow> rows;
    private final Markers markers = new Markers();
    private final List<String> leaks = new ArrayList<>();
    private StandIns standIns;
    private MarkedKeys keys;
    private Map<String, String> settings;

    SecretsRun(int number, Path own, List<SecretsRow> rows) {
        this.number = number;
        this.own = own;
        this.rows = rows;
    }

    /** What got out, and what was not tried after all. */
    List<String> leaks() throws IOException {
        try (var all = StandIns.start(Clock.systemUTC());
                var webhook = new Webhook()) {
            standIns = all;
            keys = new MarkedKeys(markers, standIns, own);
            settings = settings(webhook);
            keys.renew(STATES.get(number));
            rows.get(0).begin(standIns, markers);
            if (number == 0) { // each start takes seconds, and the service shows the same report
                check(rows.get(0), List.of("--lang", "en"));
            }
            serve();
            var told = new TreeMap<String, String>();
            webhook.sent().forEach(sent -> told.put("message " + told.size(), sent.headers() + sent.body()));
            Faces.files(own.resolve("state"), told);
            search("all rows", told);
            return leaks;
        }
    }

    private Map<String, String> settings(Webhook webhook) {
        var all = keys.settings();
        all.put("quarkus.log.level", "TRACE");
        all.put("preflight.probe.timeout", "1s");
        all.put("preflight.probe.deadline", "2s");
        all.put("preflight.access.token", markers.plain("access-token"));
        all.put(
                "preflight.notify.url",
                webhook.address("/" + markers.plain("topic")).toString());
        all.put("preflight.notify.format", number == 1 ? "discord" : "ntfy");
        return all;
    }

    private void serve() {
        try (var program = Program.serve(settings, Map.of())) {
            var faces = new Faces(program, settings.get("preflight.access.token"));
            for (int row = 0; row < rows.size(); row++) {
                if (row > 0) {
                    rows.get(row).begin(standIns, markers);
                    keys.renew(STATES.get((row * STEP + number) % STATES.size()));
                }
                var asked = new TreeSet<String>();
                meet(rows.get(row), faces, row == 0, asked);
                // on a slow machine a request may be late before it is sent: with other keys it is tried anew
                for (int again = 0;
                        again < MORE_TRIES && asked.size() < standIns.all().size();
                        again++) {
                    keys.renew(STATES.get((row * STEP + number) % STATES.size()));
                    meet(rows.get(row), faces, false, asked);
                }
                CASES.addAndGet(asked.size());
                notAsked(rows.get(row), asked);
                if (rows.get(row).allKnown()) {
                    check(rows.get(row), row == 0 ? List.of("--lang", "es") : List.of("--format", "json"));
                }
            }
            program.stop();
            search("all rows", Map.of("output", program.out(), "log", program.err()));
        }
    }

    private void meet(SecretsRow row, Faces faces, boolean first, Set<String> asked) {
        faces.await("all keys are judged in the row " + row.name(), keys.hints());
        var all = new TreeMap<String, String>();
        if (first) {
            faces.lasting(all);
        }
        faces.passing(all);
        standIns.byId().forEach((id, standIn) -> {
            Faces.sent(standIn).forEach(sent -> markers.exactly("what was sent to " + id, sent));
            if (!standIn.log().isEmpty()) {
                asked.add(id);
            }
            standIn.forgetTraffic();
        });
        search("row " + row.name(), all);
    }

    private void notAsked(SecretsRow row, Set<String> asked) {
        standIns.byId().keySet().stream()
                .filter(id -> !asked.contains(id) && !row.mayPause(id))
                .forEach(id -> leaks.add(id + " was not asked in the row " + row.name()));
    }

    private void check(SecretsRow row, List<String> how) {
        var other = new TreeMap<>(settings);
        other.put("preflight.state.dir", own.resolve("state-of-check").toString());
        var ended = Program.run(other, "check", how.get(0), how.get(1));
        assertThat(ended.out()).contains("binance", "kraken", "nash");
        search("row " + row.name(), Map.of("check", ended.out(), "log of check", ended.err()));
    }

    private void search(String where, Map<String, String> all) {
        TEXTS.addAndGet(all.size());
        all.forEach(
                (face, text) -> markers.in(text).forEach(marker -> leaks.add(marker + " in " + face + ", " + where)));
    }
}
