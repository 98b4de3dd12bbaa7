package gunbot.preflight.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Replaces a file in every way that others may, in pieces of random size at random moments. Between two calls it is whole.
 * The same seed does the same in the same order; only the moments differ.
 */
public final class Rewriter {
    private final Path file;
    private final Random random;
    private final Duration longest;
    private Path mounted;
    private int number;

    /** @param longest the longest pause in the middle of something */
    public Rewriter(Path file, long seed, Duration longest) {
        this.file = file;
        this.random = new Random(seed);
        this.longest = longest;
    }

    /** The ways of replacing a file. */
    public enum Way {
        /** Cut to nothing and written again, piece by piece: as Gunbot does. */
        IN_PLACE,
        /** Written beside it, and renamed over it. */
        RENAMED,
        /** Deleted, and written anew after a while. */
        GONE_FOR_A_WHILE,
        /** Something is appended that does not belong there, and cut off again before the new text comes. */
        GARBAGE_AT_ITS_END,
        /** A file without any exchange for a while. */
        EMPTIED_FOR_A_WHILE,
        /** Links that are swapped, as Kubernetes does with a mounted ConfigMap. */
        LINKS_SWAPPED,
        FOLDER_IN_ITS_PLACE,
        FIFO_IN_ITS_PLACE,
        LINK_TO_ITSELF_IN_ITS_PLACE
    }

    /** Replaces the file; in which way it was done. */
    public Way write(String text) {
        var way = Way.values()[random.nextInt(Way.values().length)];
        try {
            write(text, way);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(way.name(), e);
        }
        return way;
    }

    private void write(String text, Way way) throws IOException, InterruptedException {
        switch (way) {
            case IN_PLACE -> pieces(file, text);
            case RENAMED -> renamed(text);
            case GONE_FOR_A_WHILE -> {
                Files.delete(file);
                pause();
                pieces(file, text);
            }
            case GARBAGE_AT_ITS_END -> {
                Files.writeString(file, "} of another file", StandardOpenOption.APPEND);
                pause();
                pieces(file, text);
            }
            case EMPTIED_FOR_A_WHILE -> {
                Files.writeString(file, "{ \"exchanges\": {} }");
                pause();
                pieces(file, text);
            }
            case LINKS_SWAPPED -> linked(text);
            case FOLDER_IN_ITS_PLACE -> {
                Files.delete(file);
                Files.createDirectory(file);
                pause();
                Files.delete(file);
                pieces(file, text);
            }
            case FIFO_IN_ITS_PLACE -> {
                Files.delete(file);
                new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
                pause();
                Files.delete(file);
                renamed(text);
            }
            case LINK_TO_ITSELF_IN_ITS_PLACE -> {
                Files.delete(file);
                Files.createSymbolicLink(file, file);
                pause();
                Files.delete(file);
                pieces(file, text);
            }
        }
    }

    private void renamed(String text) throws IOException {
        var beside = file.resolveSibling("config.js.new");
        pieces(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void linked(String text) throws IOException {
        var before = mounted;
        mounted = Files.createDirectory(file.resolveSibling("..mounted-" + number++));
        pieces(mounted.resolve("config.js"), text);
        swap(file.resolveSibling("..data"), mounted);
        swap(file, Path.of("..data", "config.js"));
        if (before != null) {
            Files.deleteIfExists(before.resolve("config.js"));
            Files.delete(before);
        }
    }

    private void swap(Path link, Path target) throws IOException {
        var fresh = link.resolveSibling("..fresh");
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    }

    private void pieces(Path to, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(to)) {
            for (int from = 0; from < bytes.length; ) {
                int until = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
                out.write(bytes, from, until - from);
                from = until;
                if (from < bytes.length) {
                    pause();
                }
            }
        }
    }

    /** Waits for a moment, which is what the readers of the file are to be tried with. */
    public void pause() {
        LockSupport.parkNanos((long) (longest.toNanos() * random.nextDouble()));
    }
}
