package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigFileTest {
    private static final Instant START = Instant.parse("2026-11-22T08:40:00Z");
    private static final List<String> NAMES_OF_B = List.of("binance", "binanceFutures", "kucoin");

    @TempDir
    Path folder;

    private Path path;
    private final TestClock clock = new TestClock();
    private final ArrayDeque<Runnable> whileWaiting = new ArrayDeque<>();
    private int waits;
    private ConfigFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("config.js");
        file = new ConfigFile(path, clock, this::pause, RegularFile::look);
    }

    @Test
    void read_noPath_none() {
        var reading = new ConfigFile(null, clock).read();

        assertThat(reading.state()).isEqualTo(SourceState.NONE);
        assertThat(reading.file()).isNull();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void read_goodFile_isRead() throws IOException {
        write(Samples.B);

        var reading = file.read();

        assertThat(reading.state()).isEqualTo(SourceState.OK);
        assertThat(reading.file()).isEqualTo(path.toString());
        assertThat(reading.readAt()).isEqualTo(START);
        assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        assertThat(reading.secrets()).contains("BNdemoSECRET02");
        assertThat(waits).isZero();
    }

    @Test
    void read_byLink_isRead() throws IOException {
        Files.writeString(folder.resolve("real.js"), Samples.B);
        Files.createSymbolicLink(path, folder.resolve("real.js"));

        assertThat(file.read().state()).isEqualTo(SourceState.OK);
    }

    @Test
    void read_missing_isTold() {
        assertFailed(file.read(), SourceState.MISSING, Code.CONFIG_UNREADABLE, "missing");
        assertThat(waits).isEqualTo(ConfigFile.ATTEMPTS - 1);
    }

    @Test
    void read_missingAtFirstThenWritten_waitsForTheWriter() {
        whileWaiting.add(() -> {});
        whileWaiting.add(() -> write(Samples.B.substring(0, 100)));
        whileWaiting.add(() -> write(Samples.B));

        var reading = file.read();

        assertThat(reading.state()).isEqualTo(SourceState.OK);
        assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        assertThat(waits).isEqualTo(3);
    }

    @Test
    void read_missingAfterGood_keepsTheLastGood() throws IOException {
        readGood(Samples.B);
        Files.delete(path);

        assertKeptB(file.read(), SourceState.MISSING, "missing");
        assertThat(waits).isZero();
    }

    @Test
    void read_directory_isTold() throws IOException {
        Files.createDirectory(path);

        assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "directory");
    }

    @Test
    void read_fifo_isToldAndDoesNotBlock() throws Exception {
        assumeThat(Path.of("/usr/bin/mkfifo")).exists();
        var mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "special");
    }

    @Test
    void read_device_isTold() {
        var device = Path.of("/dev/zero");
        assumeThat(device).exists();

        var reading = new ConfigFile(device, clock).read();

        assertThat(reading.state()).isEqualTo(SourceState.UNREADABLE);
        assertThat(reading.findings()).extracting(Finding::variant).containsExactly("special");
    }

    @Test
    void read_fiftyMegabytes_isTold() throws IOException {
        try (var large = new RandomAccessFile(path.toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }

        assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "large");
    }

    @Test
    void read_exactlyTheMost_isRead() throws IOException {
        write(Samples.B + " ".repeat(RegularFile.MOST - Samples.B.length()));

        assertThat(file.read().state()).isEqualTo(SourceState.OK);
    }

    @Test
    void read_denied_tellsOwnerAndMode() throws IOException {
        write(Samples.B);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("-w-------"));
        assumeThat(Files.isReadable(path)).as("root reads everything").isFalse();

        var finding = assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "denied");
        assertThat(finding.values()).containsEntry("mode", "-w-------").containsKeys("owner", "user");
    }

    @Test
    void read_folderDenied_isTold() throws IOException {
        write(Samples.B);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(path)).as("root reads everything").isFalse();
            assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "denied-folder");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void denied_described_hasModeOwnerAndUser() throws IOException {
        write(Samples.B);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        var values = Denied.finding(path).values();

        assertThat(values).containsEntry("mode", "rw-r-----");
        assertThat(values.get("owner")).isEqualTo(values.get("user")).matches(".*\\d+\\)?");
    }

    @Test
    void read_linkLoop_isTold() throws IOException {
        Files.createSymbolicLink(path, path);

        assertFailed(file.read(), SourceState.UNREADABLE, Code.CONFIG_UNREADABLE, "io");
    }

    @Test
    void read_halfWritten_tellsThePlaceAndKeepsTheLastGood() throws IOException {
        readGood(Samples.B);
        var whole = Samples.B.stripTrailing();
        for (int cut = 1; cut < whole.length(); cut++) {
            var half = whole.substring(0, cut);
            write(half);

            var reading = file.read();

            var visible = half.stripTrailing();
            var column = visible.length() - visible.lastIndexOf('\n');
            assertThat(reading.findings())
                    .as("cut at %d", cut)
                    .containsExactly(Finding.of(Code.CONFIG_INVALID)
                            .variant("json-end")
                            .with("line", String.valueOf(visible.lines().count()))
                            .with("column", String.valueOf(column))
                            .with("file", path.toString()));
            assertThat(reading.state()).isEqualTo(SourceState.INVALID);
            assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        }
    }

    @Test
    void read_truncatedInPlaceThenWritten_waitsForTheWriter() throws IOException {
        readGood(Samples.A);
        write("");
        whileWaiting.add(() -> write(Samples.B.substring(0, 100)));
        whileWaiting.add(() -> write(Samples.B));

        var reading = file.read();

        assertThat(reading.state()).isEqualTo(SourceState.OK);
        assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        assertThat(reading.readAt()).isEqualTo(START.plusSeconds(60));
        assertThat(waits).isEqualTo(2);
    }

    @Test
    void read_staysTruncated_isTold() throws IOException {
        readGood(Samples.B);
        write("");

        assertKeptB(file.read(), SourceState.INVALID, "empty");
        assertThat(waits).isEqualTo(ConfigFile.ATTEMPTS - 1);
    }

    @Test
    void read_notUtf8_isTold() throws IOException {
        readGood(Samples.B);
        Files.write(path, "{\"ñ\": 1}".getBytes(StandardCharsets.ISO_8859_1));

        assertKeptB(file.read(), SourceState.INVALID, "utf8");
    }

    @Test
    void read_hundredThousandBrackets_isTold() throws IOException {
        readGood(Samples.B);
        write("[".repeat(100_000));

        assertKeptB(file.read(), SourceState.INVALID, "json-deep");
    }

    @Test
    void read_replacedByRename_isRead() throws IOException {
        readGood(Samples.A);
        var other = Files.writeString(folder.resolve("config.js.new"), Samples.B);
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);

        var reading = file.read();

        assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        assertThat(reading.secrets()).doesNotContain("tK-demo-0002");
    }

    @Test
    void look_writtenOrReplacedWhileReading_isChanging() throws IOException {
        write(Samples.A);

        assertThat(RegularFile.look(path, () -> write(Samples.A + " "))).isInstanceOf(Look.Changing.class);
        var time = Files.getLastModifiedTime(path);
        assertThat(RegularFile.look(path, () -> {
                    var other = folder.resolve("config.js.new");
                    try {
                        Files.writeString(other, Samples.A + " ");
                        Files.setLastModifiedTime(other, time);
                        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOf(Look.Changing.class);
        assertThat(RegularFile.look(path)).isInstanceOf(Look.Whole.class);
    }

    @Test
    void read_keepsChanging_isTold() throws IOException {
        readGood(Samples.B);
        var restless = new ConfigFile(path, clock, this::pause, p -> new Look.Changing());

        assertFailed(restless.read(), SourceState.INVALID, Code.CONFIG_INVALID, "changing");
        assertThat(waits).isEqualTo(ConfigFile.ATTEMPTS - 1);
    }

    @Test
    void read_changesOnce_isReadAgain() throws IOException {
        write(Samples.B);
        var looks = new ArrayDeque<Look>(List.of(new Look.Changing(), RegularFile.look(path)));
        var restless = new ConfigFile(path, clock, this::pause, p -> looks.remove());

        assertThat(restless.read().state()).isEqualTo(SourceState.OK);
    }

    @Test
    void read_emptiedAfterGood_keepsTheLastGood() throws IOException {
        readGood(Samples.B);
        for (var emptied : List.of("{\"exchanges\": {}}", "{}", Samples.C.replace("\"exchanges\"", "\"other\""))) {
            write(emptied);

            var reading = file.read();

            assertThat(reading.state()).isEqualTo(SourceState.EMPTIED);
            assertThat(reading.readAt()).isEqualTo(START);
            assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
            assertThat(reading.findings())
                    .containsExactly(Finding.of(Code.CONFIG_EMPTIED).with("file", path.toString()));
        }
        write(Samples.A);
        assertThat(file.read().state()).isEqualTo(SourceState.OK);
    }

    @Test
    void read_emptyFromTheStart_isGood() throws IOException {
        write("{}");

        var reading = file.read();

        assertThat(reading.state()).isEqualTo(SourceState.OK);
        assertThat(reading.entries()).isEmpty();
        assertThat(reading.readAt()).isEqualTo(START);
    }

    @Test
    void read_anyFailure_showsNothingOfTheFile() throws IOException {
        var marker = "MARKERsecret4711";
        readGood(Samples.A.replace("tK-demo-0002", marker));
        for (var bad : List.of(
                "{\"key\": \"" + marker,
                "{\"key\": " + marker + "}",
                marker,
                "{} " + marker,
                "\"" + marker + "\"",
                "{\"exchanges\": \"" + marker + "\"}",
                "{\"exchanges\": {\"a\": \"" + marker + "\", \"b\": {\"key\": [\"" + marker + "\"]}}}")) {
            write(bad);
            var reading = file.read();

            assertThat(reading + " " + reading.entries() + reading.findings()).doesNotContain(marker, "Exception");
        }
    }

    private void readGood(String text) throws IOException {
        write(text);
        assertThat(file.read().state()).isEqualTo(SourceState.OK);
        clock.now = START.plusSeconds(60);
    }

    private void assertKeptB(Reading reading, SourceState state, String variant) {
        assertFailed(reading, state, null, variant);
        assertThat(reading.entries()).extracting(Entry::name).isEqualTo(NAMES_OF_B);
        assertThat(reading.secrets()).contains("BNdemoSECRET02");
        assertThat(reading.readAt()).isEqualTo(START);
    }

    private Finding assertFailed(Reading reading, SourceState state, Code code, String variant) {
        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.findings()).hasSize(1);
        var finding = reading.findings().get(0);
        if (code != null) {
            assertThat(finding.code()).isEqualTo(code);
        }
        assertThat(finding.variant()).isEqualTo(variant);
        assertThat(finding.values()).containsEntry("file", path.toString());
        return finding;
    }

    private void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Stands for the wait between two attempts: nobody sleeps, but somebody else may write meanwhile. */
    private void pause() {
        waits++;
        if (!whileWaiting.isEmpty()) {
            whileWaiting.remove().run();
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
