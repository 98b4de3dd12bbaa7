package gunbot.preflight.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The file that outlives a restart. It is replaced whole, so that a crash leaves the old one or the new one, and only its
 * owner may read it. Blocks: not for the event loop.
 */
final class StateFile {
    static final String NAME = "preflight-state.json";
    private static final String FRESH = NAME + ".new";
    private static final long MOST_BYTES = 1 << 20;

    private final Path folder;

    StateFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What the file holds; empty where there is none yet.
     *
     * @throws IOException where it is no regular file of at most 1 MiB, or cannot be read
     */
    Optional<String> read() throws IOException {
        var file = folder.resolve(NAME);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            throw new IOException("no state file of ours");
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes the folder where it is missing, and replaces the file. */
    void write(String text) throws IOException {
        Files.createDirectories(folder, mode("rwx------"));
        var fresh = folder.resolve(FRESH);
        Files.deleteIfExists(fresh);
        var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (var channel = FileChannel.open(fresh, options, mode("rw-------"))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
