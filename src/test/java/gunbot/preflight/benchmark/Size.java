package gunbot.preflight.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * What files take up.
 *
 * @param bytes as they lie there
 * @param compressed by gzip at its usual level, one after the other
 */
record Size(long bytes, long compressed) {

    /** Files, and folders with all that is below them. */
    static Size of(Path... paths) throws IOException {
        var counted = new Counted();
        long bytes = 0;
        try (var gzip = new GZIPOutputStream(counted, 1 << 16)) {
            for (var path : paths) {
                try (var files = Files.walk(path.toRealPath())) {
                    for (var file :
                            (Iterable<Path>) files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                                    .sorted()::iterator) {
                        bytes += Files.copy(file, gzip);
                    }
                }
            }
        }
        return new Size(bytes, counted.bytes);
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
