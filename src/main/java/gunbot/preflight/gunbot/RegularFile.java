package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads a regular file of limited size whole, and tells whether it stayed the same meanwhile. Blocks. */
final class RegularFile {
    static final int MOST = 10 * 1024 * 1024;

    private RegularFile() {}

    static Look look(Path path) {
        return look(path, () -> {});
    }

    /** @param afterReading runs between reading and the second look at the file's attributes */
    static Look look(Path path, Runnable afterReading) {
        try {
            var before = attributes(path);
            // before opening: to open a FIFO would block until somebody writes to it
            if (before.isDirectory()) {
                return unreadable("directory");
            }
            if (!before.isRegularFile()) {
                return unreadable("special");
            }
            if (before.size() > MOST) {
                return unreadable("large");
            }
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(MOST + 1);
            }
            if (bytes.length > MOST) {
                return unreadable("large");
            }
            afterReading.run();
            var after = attributes(path);
            return isSame(before, after) && after.size() == bytes.length ? new Look.Whole(bytes) : new Look.Changing();
        } catch (NoSuchFileException e) {
            return new Look.Failed(SourceState.MISSING, finding("missing"));
        } catch (AccessDeniedException e) {
            return new Look.Failed(SourceState.UNREADABLE, Denied.finding(path));
        } catch (IOException e) {
            return unreadable("io");
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
        return after.isRegularFile()
                && before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }

    private static Look unreadable(String variant) {
        return new Look.Failed(SourceState.UNREADABLE, finding(variant));
    }

    private static Finding finding(String variant) {
        return Finding.of(Code.CONFIG_UNREADABLE).variant(variant);
    }
}
