package gunbot.preflight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.TestClock;
import gunbot.preflight.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private final VirtualTime time = new VirtualTime(new TestClock());
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Path> files = new ArrayList<>();
    private boolean unsettled;
    private int changes;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("config.js"), "0123456789");
        files.add(file);
        new Watch(time, work::add, () -> files, () -> unsettled, () -> changes++).start();
    }

    @Test
    void untouched_nothingIsTold() {
        looks(100);

        assertThat(changes).isZero();
    }

    @Test
    void truncatedInPlace_toldOnce() throws IOException {
        Files.newByteChannel(file, StandardOpenOption.WRITE).truncate(3).close();
        looks(5);

        assertThat(changes).isEqualTo(1);
    }

    @Test
    void replacedByRename_sameSizeAndTime_told() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "9876543210");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        looks(5);

        assertThat(changes).isEqualTo(1);
    }

    @Test
    void goneAndBack_toldEachTime() throws IOException {
        Files.delete(file);
        looks(2);
        assertThat(changes).isEqualTo(1);

        Files.writeString(file, "0123456789");
        looks(2);
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void behindASymbolicLinkThatIsMoved_told() throws IOException {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(first.resolve("key"), "a");
        Files.writeString(second.resolve("key"), "b");
        var link = Files.createSymbolicLink(folder.resolve("..data"), first);
        files.add(link.resolve("key"));
        looks(2);
        assertThat(changes).isEqualTo(1); // seen for the first time

        Files.delete(link);
        Files.createSymbolicLink(link, second);
        looks(1);

        assertThat(changes).isEqualTo(2);
    }

    @Test
    void seenForTheFirstTime_toldOnce_sinceItMayHaveBeenReadBefore() throws IOException {
        files.add(Files.writeString(folder.resolve("key"), "a"));
        looks(5);

        assertThat(changes).isEqualTo(1);
    }

    @Test
    void somethingIsBeingWaitedOut_toldAtEveryLook() {
        unsettled = true;
        looks(3);

        assertThat(changes).isEqualTo(3);
    }

    @Test
    void lookThatHangs_noOtherIsBegun() {
        time.pass(Duration.ofSeconds(30)); // nobody takes up the work

        assertThat(work).hasSize(1);
    }

    private void looks(int count) {
        for (int i = 0; i < count; i++) {
            time.pass(Duration.ofSeconds(1));
            work.remove().run();
        }
    }
}
