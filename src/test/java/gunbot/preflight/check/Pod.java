package gunbot.preflight.check;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.gate.GateLog;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.HostSlots;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Nonces;
import gunbot.preflight.probe.Wire;
import gunbot.preflight.report.Report;
import gunbot.preflight.settings.Entries;
import gunbot.preflight.settings.ExactNames;
import gunbot.preflight.state.Memory;
import gunbot.preflight.state.Remembering;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.WallClock;
import gunbot.preflight.timing.Timers;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One running program, whole but for its faces, in a {@link World}; can be ended at any moment like a container. */
final class Pod {
    final Checks checks;
    final Rechecks rechecks;
    final Gate gate;
    final HostPauses pauses;
    final Memory memory;
    final List<Report> reports = new ArrayList<>();

    /** The machine's clock, which can be set; timers do not care. */
    final WallClock clock;

    private final World world;
    private boolean alive = true;

    Pod(World world, Path config, Map<String, String> settings, long seed) {
        this(world, config, settings, seed, Duration.ZERO);
    }

    /** @param ahead of the right time, the machine's clock */
    Pod(World world, Path config, Map<String, String> settings, long seed, Duration ahead) {
        this.world = world;
        clock = new WallClock(world.clock, ahead);
        var mapped = TestSettings.of(settings);
        var names = new ExactNames(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build());
        Timers timers = (delay, action) -> world.time.after(delay, () -> {
            if (alive) {
                action.run();
            }
        });
        var catalogue = World.catalogue();
        var entries = new Entries(names);
        var random = new Random(seed);
        pauses = new HostPauses(clock, world.clock::nanos);
        memory = Remembering.begun(mapped, clock, timers, pauses);
        gate = new Gate(
                mapped, entries, clock, world.clock::nanos, timers, memory, new GateLog(mapped, (level, line) -> {}));
        var line = new Line(
                new Wire(world.vertx, mapped, clock, world.of(sent -> alive)),
                pauses,
                new HostSlots(),
                new Nonces(),
                clock,
                world.clock::nanos,
                mapped);
        var answers = new Answers();
        var plan = new Plan(answers, memory, catalogue, pauses, gate, mapped, random, clock);
        var inputs = new Inputs(new GivenKeys(names), catalogue, config, clock);
        checks = new Checks(
                new Check(inputs, catalogue, line, mapped, entries, answers, memory, plan, clock), gate, clock);
        checks.listen(new CheckListener() {
            @Override
            public void report(Report report) {
                reports.add(report);
            }
        });
        rechecks = new Rechecks(
                checks,
                plan,
                inputs,
                timers,
                watching -> {},
                random,
                clock,
                Duration.ofSeconds(30)); // its file is not watched
    }

    Pod serve() {
        rechecks.start();
        return this;
    }

    Report last() {
        return checks.last().orElseThrow();
    }

    /** Ends it at once, as SIGKILL does. */
    void kill() {
        alive = false;
    }

    /** Ends it in good order, as SIGTERM does. */
    void stop() {
        memory.close();
        kill();
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
