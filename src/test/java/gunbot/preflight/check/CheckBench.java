package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.binance.Binance;
import gunbot.preflight.exchange.kraken.Kraken;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.probe.ExchangeClient;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.HostSlots;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Nonces;
import gunbot.preflight.probe.Question;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.rhythm.Asks;
import gunbot.preflight.rhythm.Remembered;
import gunbot.preflight.rhythm.Rhythm;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.testing.Gates;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.VirtualTime;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** All that keeps checking, put together without the container, on one thread, in a time that a test lets pass. */
final class CheckBench implements AutoCloseable {
    static final String SECRET = "s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0s1S2s3S4s5S6s7S8s9S0zzzz";
    static final String KRAKEN_SECRET =
            "d3Jvbmctc2VjcmV0d3Jvbmctc2VjcmV0d3Jvbmctc2VjcmV0d3Jvbmctc2VjcmV0d3Jvbmctc2VjcmV0d3Jvbm==";

    private final TestClock passing = new TestClock();
    private final VirtualTime time = new VirtualTime(passing);

    /** The machine's clock, which can be set; timers do not care. */
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return passing.instant().plus(setBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("one zone is enough");
        }
    };

    private Duration setBy = Duration.ZERO;
    final Instant start = clock.instant();
    final ScriptedExchange binance = new ScriptedExchange(new Binance(), clock);
    final ScriptedExchange kraken = new ScriptedExchange(new Kraken(), clock);
    final HostPauses pauses = new HostPauses(clock, passing::nanos);
    final Map<Question, Remembered> memory = new HashMap<>();
    final List<KeyReport> keysTold = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final Path config;
    final Inputs inputs;
    final Checks checks;
    final Rechecks rechecks;
    boolean gateOpen;
    private final Vertx vertx = Vertx.vertx();

    CheckBench(Path folder, Map<String, String> settings) {
        config = folder.resolve("config.js");
        var mapped = TestSettings.of(settings);
        var names = new ExactNames(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build());
        var catalogue = new Catalogue(List.of(binance, kraken));
        var line = new Line(
                new ExchangeClient(vertx, mapped, clock), pauses, new HostSlots(), new Nonces(), clock, mapped);
        var answers = new Answers();
        var asks = new Asks() {
            @Override
            public Optional<Remembered> of(Question question) {
                return Optional.ofNullable(memory.get(question));
            }

            @Override
            public void asked(Question question, Remembered remembered) {
                memory.put(question, remembered);
            }
        };
        var plan = new Plan(
                answers,
                asks,
                catalogue,
                pauses,
                () -> gateOpen,
                new Rhythm(mapped.recheck(), clock.instant(), new Random(7)),
                clock);
        var entries = new Entries(names);
        inputs = new Inputs(new GivenKeys(names), catalogue, config, clock);
        var check = new Check(inputs, catalogue, line, mapped, entries, answers, asks, plan, clock);
        checks = new Checks(check, new Gates().with(settings), clock);
        checks.listen(new CheckListener() {
            @Override
            public void key(KeyReport key) {
                keysTold.add(key);
            }

            @Override
            public void report(Report report) {
                reports.add(report);
            }
        });
        rechecks = new Rechecks(checks, plan, inputs, time, Runnable::run, new Random(7), clock, Duration.ofSeconds(1));
    }

    /** Starts as the service does, and lets the second of jitter pass. */
    void serve() {
        rechecks.start();
        pass(Duration.ofSeconds(2));
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    void setClock(Duration by) {
        setBy = setBy.plus(by);
    }

    Report last() {
        return checks.last().orElseThrow();
    }

    /** A config.js with these entries, in the form {@code name=key}, all in use. */
    void write(String... entries) {
        put(text("USDT-BTC", entries));
    }

    static String text(String pair, String... entries) {
        var exchanges = new ArrayList<String>();
        var pairs = new ArrayList<String>();
        for (var entry : entries) {
            var parts = entry.split("=");
            var secret = parts[0].startsWith("kraken") ? KRAKEN_SECRET : SECRET;
            exchanges.add(
                    "\"%s\": { \"key\": \"%s\", \"secret\": \"%s\", \"masterkey\": \"%2$s\", \"mastersecret\": \"%3$s\" }"
                            .formatted(parts[0], parts[1], secret));
            pairs.add("\"%s\": { \"%s\": { \"enabled\": true } }".formatted(parts[0], pair));
        }
        return "{ \"pairs\": { " + String.join(", ", pairs) + " }, \"exchanges\": { " + String.join(", ", exchanges)
                + " } }";
    }

    void put(String text) {
        try {
            Files.writeString(config, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String binanceKey(String end) {
        return "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0" + end;
    }

    static String krakenKey(String end) {
        return "K1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6" + end;
    }

    @Override
    public void close() {
        vertx.closeAndAwait();
    }
}
