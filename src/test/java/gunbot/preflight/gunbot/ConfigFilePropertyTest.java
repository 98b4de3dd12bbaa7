package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.watch.Patience;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * A file that is rewritten while it is read, in virtual time: whatever the steps of the writer, and wherever a reading falls
 * between them, it tells one whole file or keeps the last that it saw, and says no more than why.
 */
class ConfigFilePropertyTest {
    private static final Set<Code> DOCUMENTED =
            Set.of(Code.CONFIG_INVALID, Code.CONFIG_UNREADABLE, Code.CONFIG_EMPTIED);
    private static final Duration NO_NEWS = Duration.ofSeconds(5);

    /** One state of the file that a look may find. */
    private record Seen(Look look) {}

    @Property(seed = "20261122", tries = 2_000)
    void anyInterleaving_isAWholeFileOrTheLastGoodOne(
            @ForAll("rewrites") List<List<Seen>> rewrites, @ForAll("steps") List<Integer> steps) {
        var writer = new Writer(rewrites, steps);
        var clock = new TestClock();
        var reader = new ConfigFile(Path.of("config.js"), clock, writer::move, path -> writer.now());
        var patience = new Patience(clock);
        assertThat(names(patience.settle(reader.read()))).containsExactly("whole0");
        var good = List.of("whole0");
        var goodAt = clock.instant();

        while (!writer.done()) {
            writer.move();
            clock.pass(Duration.ofSeconds(1));
            var before = writer.whole();
            var reading = reader.read();
            var told = patience.settle(reading);

            if (reading.state() == SourceState.OK) {
                assertThat(writer.wholeSince(before)).contains(names(reading));
                assertThat(reading.findings()).isEmpty();
                good = names(reading);
                goodAt = clock.instant();
            } else {
                assertThat(names(reading)).isEqualTo(good);
                assertThat(reading.findings())
                        .hasSize(1)
                        .extracting(Finding::code)
                        .allMatch(DOCUMENTED::contains);
            }
            assertThat(names(told)).isEqualTo(good);
            if (told.state() != SourceState.OK) {
                assertThat(Duration.between(goodAt, clock.instant())).isGreaterThan(NO_NEWS);
            }
        }

        var last = patience.settle(reader.read()); // the last file is whole, and stays
        assertThat(last.state()).isEqualTo(SourceState.OK);
        assertThat(names(last)).isEqualTo(writer.whole());
    }

    @Property(seed = "20261122", tries = 1_000)
    void anyPieceOfAFile_isNoFile(@ForAll("pieces") byte[] piece) {
        var looks = new ArrayList<Look>(List.of(whole(0)));
        var reader =
                new ConfigFile(Path.of("config.js"), new TestClock(), () -> {}, path -> looks.get(looks.size() - 1));
        reader.read();
        looks.add(new Look.Whole(piece));

        var reading = reader.read();

        assertThat(reading.state()).isEqualTo(SourceState.INVALID);
        assertThat(names(reading)).containsExactly("whole0");
        assertThat(reading.findings()).singleElement().extracting(Finding::code).isEqualTo(Code.CONFIG_INVALID);
    }

    /** Cut off at any place before its end, with some bytes of another file behind it, or with a hole. */
    @Provide
    Arbitrary<byte[]> pieces() {
        var text = bytes(7);
        return Arbitraries.integers()
                .between(0, text.length - 1)
                .flatMap(cut -> Arbitraries.of(
                        Arrays.copyOf(text, cut),
                        joined(Arrays.copyOf(text, cut), new byte[16]),
                        joined(text, Arrays.copyOf(text, cut + 1)),
                        joined(Arrays.copyOf(text, cut), text)))
                .filter(piece -> !Arrays.equals(piece, text)); // a cut at 0 with a whole file behind it
    }

    @Provide
    Arbitrary<List<List<Seen>>> rewrites() {
        var ways = Arbitraries.of(1, 2, 3, 4, 5, 6);
        var parts = Arbitraries.integers().between(1, 6);
        return Combinators.combine(ways, parts)
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i ->
                                rewrite(i + 1, list.get(i).get1(), list.get(i).get2()))
                        .toList());
    }

    /** By how many of the writer's steps each moment of the reader's moves on. */
    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.frequency(Tuple.of(5, 1), Tuple.of(3, 0), Tuple.of(2, 2), Tuple.of(1, 7))
                .list()
                .ofSize(40);
    }

    private static List<Seen> rewrite(int version, int way, int parts) {
        var seen = new ArrayList<Seen>();
        var text = bytes(version);
        switch (way) {
            case 1 -> seen.add(new Seen(failed(SourceState.MISSING)));
            case 2 -> seen.add(new Seen(failed(SourceState.UNREADABLE)));
            case 3 -> seen.add(new Seen(new Look.Changing()));
            case 4 -> seen.add(new Seen(new Look.Whole("{\"exchanges\": {}}".getBytes(StandardCharsets.UTF_8))));
            case 5 -> seen.add(new Seen(new Look.Whole(joined(bytes(version - 1), text))));
            default -> {
                // renamed over it: there is nothing in between
            }
        }
        for (int part = 0; way < 6 && part < parts; part++) {
            seen.add(new Seen(new Look.Whole(Arrays.copyOf(text, (text.length - 1) * part / parts))));
        }
        seen.add(new Seen(whole(version)));
        return seen;
    }

    private static Look failed(SourceState state) {
        return new Look.Failed(state, Finding.of(Code.CONFIG_UNREADABLE).variant("io"));
    }

    private static Look whole(int version) {
        return new Look.Whole(bytes(version));
    }

    private static byte[] bytes(int version) {
        return """
                { "exchanges": { "whole%d": { "key": "aKeyOfSixteen%04d", "secret": "aSecretOfSixteen" } } }
                """
                .formatted(version, version)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static List<String> names(Reading reading) {
        return reading.entries().stream().map(Entry::name).toList();
    }

    /** Goes through all states of all rewrites, as far at each moment of the reader's as was drawn. */
    private static final class Writer {
        private final List<Seen> states = new ArrayList<>(List.of(new Seen(ConfigFilePropertyTest.whole(0))));
        private final List<List<String>> wholeAt = new ArrayList<>(List.of(List.of("whole0")));
        private final List<Integer> steps;
        private int moves;
        private int at;

        private Writer(List<List<Seen>> rewrites, List<Integer> steps) {
            this.steps = steps;
            for (int version = 1; version <= rewrites.size(); version++) {
                for (var seen : rewrites.get(version - 1)) {
                    states.add(seen);
                    wholeAt.add(wholeAt.get(wholeAt.size() - 1));
                }
                wholeAt.set(wholeAt.size() - 1, List.of("whole" + version));
            }
        }

        private Look now() {
            return states.get(at).look();
        }

        private void move() {
            at = Math.min(states.size() - 1, at + steps.get(moves++ % steps.size()));
            if (moves % steps.size() == 0) {
                at = Math.min(states.size() - 1, at + 1); // nobody pauses for ever
            }
        }

        private boolean done() {
            return at == states.size() - 1;
        }

        /** The names of the file that is, or was last, whole. */
        private List<String> whole() {
            return wholeAt.get(at);
        }

        /** Those of every file that was whole from then until now. */
        private Set<List<String>> wholeSince(List<String> before) {
            return wholeAt.subList(wholeAt.indexOf(before), at + 1).stream().collect(Collectors.toSet());
        }
    }
}
