package gunbot.preflight.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * By what a file is seen to have changed, at the price of one look at its attributes: size, times and inode. The time of the
 * last change to the inode, where the system has one, shows changed permissions and same-sized rewrites as well.
 *
 * @param attributes their values by name; empty where there is no such file, or nothing of it can be seen
 */
record Stamp(Map<String, Object> attributes) {

    /** Blocks, as long as the file system takes. */
    static Stamp of(Path path) {
        try {
            return new Stamp(Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return plain(path);
        } catch (IOException | SecurityException e) {
            return new Stamp(Map.of());
        }
    }

    private static Stamp plain(Path path) {
        try {
            var read = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(Map.of(
                    "size", read.size(), "time", read.lastModifiedTime(), "key", String.valueOf(read.fileKey())));
        } catch (IOException | SecurityException e) {
            return new Stamp(Map.of());
        }
    }
}
