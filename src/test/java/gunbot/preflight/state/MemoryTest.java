package gunbot.preflight.state;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Market;
import gunbot.preflight.gate.Opened;
import gunbot.preflight.gate.Opening;
import gunbot.preflight.probe.Question;
import gunbot.preflight.rhythm.Remembered;
import gunbot.preflight.testing.Markers;
import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    private final TestClock clock = new TestClock();
    private final VirtualTime time = new VirtualTime(clock);

    @TempDir
    Path temp;

    private Path dir;

    @BeforeEach
    void start() {
        dir = temp.resolve("made/by/itself");
    }

    @Test
    void restart_findsAllAgain() {
        var before = keeping("pod-1");
        var opened = new Opened(clock.instant(), Opening.TIMED_OUT);
        var until = clock.instant().plus(Duration.ofMinutes(5));
        var refused = new Remembered(clock.instant(), 3, Code.INVALID_KEY);
        var fine = new Remembered(clock.instant(), 0, null);
        before.opened(opened);
        before.pauses(Map.of("api.kraken.com", until));
        before.asked(question("a", "secret"), refused);
        before.asked(question("b", "secret"), fine);
        before.close();

        var after = memory("pod-1");

        assertThat(after.opened()).contains(opened);
        assertThat(after.pauses()).containsExactly(Map.entry("api.kraken.com", until));
        assertThat(after.of(question("a", "secret"))).contains(refused);
        assertThat(after.of(question("b", "secret"))).contains(fine);
        assertThat(after.of(question("c", "secret"))).isEmpty();
    }

    @Test
    void otherCredentials_areAnotherKey() {
        var before = keeping("");
        before.asked(question("a", "secret"), new Remembered(clock.instant(), 1, Code.BAD_SIGNATURE));
        before.close();

        assertThat(memory("").of(question("a", "another"))).isEmpty();
        assertThat(memory("")
                        .of(new Question(
                                "binance", new Credentials("a", "secret", "added", ""), Market.SPOT, false, null)))
                .isEmpty();
    }

    @Test
    void anotherPodInTheSameFolder_itsGateIsShut_whatExchangesWantStays() {
        var before = keeping("pod-1");
        before.opened(new Opened(clock.instant(), Opening.READY));
        before.pauses(Map.of("h", clock.instant().plusSeconds(60)));
        before.close();

        assertThat(memory("pod-2").opened()).isEmpty();
        assertThat(memory("pod-2").pauses()).containsKey("h");
        assertThat(memory("").opened()).isPresent();
    }

    @Test
    void file_holdsNoSecretAndNoKeyId_andOnlyItsOwnerReadsIt() throws IOException {
        var markers = new Markers();
        var memory = keeping("pod-1");
        var credentials = new Credentials(
                markers.plain("key"), markers.base64("secret"), markers.odd("passphrase"), markers.plain("client"));
        memory.asked(
                new Question("kucoin", credentials, Market.SPOT, false, null),
                new Remembered(clock.instant(), 1, Code.BAD_PASSPHRASE));
        memory.close();

        var text = text();
        assertThat(markers.in(text)).isEmpty();
        assertThat(text).contains("BAD_PASSPHRASE").doesNotContain("pod-1", "kucoin");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly(StateFile.NAME);
    }

    @Test
    void salt_isMadeOnce_andElsewhereAnother() throws IOException {
        keeping("").close();
        var first = Memories.parse(text());
        keeping("").close();
        assertThat(Memories.parse(text()).salt()).isEqualTo(first.salt());

        dir = temp.resolve("elsewhere");
        keeping("").close();
        assertThat(Memories.parse(text()).salt()).isNotEqualTo(first.salt());
    }

    @Test
    void writes_areAtMostOneASecond_andTheLastIsNotLost() throws IOException {
        var memory = keeping("");
        var first = Files.getLastModifiedTime(file());
        for (int i = 1; i <= 50; i++) {
            memory.asked(question("k" + i, "s"), new Remembered(clock.instant(), i, Code.TRADE_OFF));
        }
        assertThat(time.pending()).isEqualTo(1);
        assertThat(Memories.parse(text()).asks()).isEmpty();
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(first);

        time.pass(Duration.ofSeconds(1));

        assertThat(Memories.parse(text()).asks()).hasSize(50);
        assertThat(time.pending()).isZero();
    }

    @Test
    void gateOpensLongAfterTheLastWrite_isWrittenAtOnce() throws IOException {
        var memory = keeping("");
        time.pass(Duration.ofMinutes(1));

        memory.opened(new Opened(clock.instant(), Opening.READY));
        time.pass(Duration.ZERO);

        assertThat(Memories.parse(text()).opened()).isNotNull();
    }

    @Test
    void oldAsks_pausesPast_andWhatCannotBeTrue_areDropped() throws IOException {
        var memory = keeping("");
        memory.asked(question("old", "s"), new Remembered(clock.instant(), 1, Code.TRADE_OFF));
        clock.pass(Duration.ofHours(25));
        memory.asked(question("new", "s"), new Remembered(clock.instant(), 1, Code.TRADE_OFF));
        memory.asked(question("to come", "s"), new Remembered(clock.instant().plusSeconds(600), 1, Code.TRADE_OFF));
        memory.pauses(Map.of(
                "past", clock.instant(),
                "now", clock.instant().plusSeconds(60),
                "banned", clock.instant().plus(Duration.ofDays(3)),
                "next year", clock.instant().plus(Duration.ofDays(365))));
        memory.close();

        assertThat(Memories.parse(text()).asks()).hasSize(1);
        assertThat(Memories.parse(text()).pauses()).containsOnlyKeys("now", "banned");
        assertThat(memory.of(question("old", "s"))).isEmpty();
    }

    @Test
    void size_isBounded() throws IOException {
        var memory = keeping("");
        for (int i = 0; i < 5_000; i++) {
            memory.asked(question("k" + i, "s"), new Remembered(clock.instant(), 1, Code.TRADE_OFF));
        }
        var hosts = new HashMap<String, java.time.Instant>();
        for (int i = 0; i < 5_000; i++) {
            hosts.put("h" + i, clock.instant().plusSeconds(60));
        }
        memory.pauses(hosts);
        memory.close();

        assertThat(Files.size(file())).isLessThan(1 << 19);
        assertThat(memory("").pauses()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"version\":1}",
                "{\"version\":2,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"pauses\":{},\"asks\":{}}",
                "{\"version\":1,\"salt\":\"AAAA\",\"pauses\":{},\"asks\":{}}",
                "{\"version\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"pauses\":{\"h\":5},\"asks\":{}}",
                "{\"version\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"pauses\":{},\"asks\":[]}",
                "{\"version\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\","
                        + "\"gate\":{\"openedAt\":\"2026-11-22T08:40:00Z\",\"how\":\"SOMEHOW\"},\"pauses\":{},\"asks\":{}}"
            })
    void damagedOrForeignFile_isAnEmptyMemory_andReplaced(String content) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(file(), content);

        var memory = keeping("");
        assertThat(memory.opened()).isEmpty();
        memory.opened(new Opened(clock.instant(), Opening.READY));
        memory.close();

        assertThat(memory("").opened()).isPresent();
    }

    @Test
    void hugeFile_link_andFolderInItsPlace_areNotRead() throws IOException {
        Files.createDirectories(dir);
        var elsewhere = temp.resolve("elsewhere.json");
        Files.writeString(elsewhere, "{}");
        Files.createSymbolicLink(file(), elsewhere);
        keeping("").close();
        assertThat(Files.readString(elsewhere)).isEqualTo("{}");
        assertThat(Files.isSymbolicLink(file())).isFalse();

        Files.write(file(), new byte[2 << 20]);
        assertThat(memory("").opened()).isEmpty();

        Files.delete(file());
        Files.createDirectories(file().resolve("not empty"));
        var memory = keeping("");
        memory.opened(new Opened(clock.instant(), Opening.READY));
        memory.close();
        assertThat(memory.opened()).isPresent();
    }

    @Test
    void folderThatCannotBeMade_isRememberedInMemoryOnly() throws IOException {
        Files.writeString(temp.resolve("file"), "");
        dir = temp.resolve("file/below");

        var memory = keeping("");
        memory.opened(new Opened(clock.instant(), Opening.READY));
        time.pass(Duration.ofSeconds(5));
        memory.close();

        assertThat(memory.opened()).isPresent();
        assertThat(memory("").opened()).isEmpty();
    }

    @Test
    void folderThatCannotBeWrittenForAWhile_isTriedAgainInAMinute() throws IOException {
        var inTheWay = Files.writeString(temp.resolve("made"), "");
        var memory = keeping("");
        memory.opened(new Opened(clock.instant(), Opening.READY));
        time.pass(Duration.ofSeconds(30));
        Files.delete(inTheWay);
        assertThat(time.pending()).isEqualTo(1);

        time.pass(Duration.ofSeconds(30));

        assertThat(Memories.parse(text()).opened()).isNotNull();
        assertThat(time.pending()).isZero();
    }

    @Test
    void folderThatCannotBeWrittenForAWhile_isTriedAgainAtTheEnd() throws IOException {
        var inTheWay = Files.writeString(temp.resolve("made"), "");
        var memory = keeping("");
        Files.delete(inTheWay);

        memory.close();

        assertThat(file()).exists();
    }

    @Test
    void pathThatIsNone_isRememberedInMemoryOnly() {
        var memory = memory(Map.of("preflight.state.dir", "a\0b"), "");
        memory.keep();
        memory.opened(new Opened(clock.instant(), Opening.READY));
        memory.close();

        assertThat(memory.opened()).isPresent();
    }

    @Test
    void withoutAFolder_isRememberedInMemoryOnly() throws IOException {
        var memory = memory(Map.of(), "");
        memory.keep();
        memory.opened(new Opened(clock.instant(), Opening.READY));
        memory.asked(question("a", "s"), new Remembered(clock.instant(), 1, Code.TRADE_OFF));
        memory.close();

        assertThat(memory.of(question("a", "s"))).isPresent();
        assertThat(time.pending()).isZero();
        assertThat(files(temp)).isEmpty();
    }

    @Test
    void commandBesideTheService_readsButNeverWrites() throws IOException {
        var service = keeping("");
        service.opened(new Opened(clock.instant(), Opening.READY));
        service.close();
        var written = text();

        var command = memory("");
        command.asked(question("a", "s"), new Remembered(clock.instant(), 1, Code.TRADE_OFF));
        time.pass(Duration.ofMinutes(1));
        command.close();

        assertThat(command.opened()).isPresent();
        assertThat(text()).isEqualTo(written);
    }

    private Memory keeping(String pod) {
        var memory = memory(pod);
        memory.keep();
        return memory;
    }

    private Memory memory(String pod) {
        return memory(new TreeMap<>(Map.of("preflight.state.dir", dir.toString())), pod);
    }

    private Memory memory(Map<String, String> settings, String pod) {
        return new Memory(TestSettings.of(settings), clock, time, Runnable::run, pod);
    }

    private static Question question(String key, String secret) {
        return new Question("binance", new Credentials(key, secret, "", ""), Market.SPOT, false, null);
    }

    private Path file() {
        return dir.resolve(StateFile.NAME);
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private List<String> files() throws IOException {
        return files(dir);
    }

    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
