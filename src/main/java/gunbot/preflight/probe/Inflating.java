package gunbot.preflight.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks a gzipped body up to a limit, so that a small answer cannot become a large one. */
final class Inflating {
    private Inflating() {}

    /**
     * @param most how many bytes the unpacked body may have
     * @throws LimitedBody.TooLargeException when it has more
     * @throws IOException when it is no gzip
     */
    static byte[] gunzip(byte[] packed, int most) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var unpacked = in.readNBytes(most + 1);
            if (unpacked.length > most) {
                throw new LimitedBody.TooLargeException();
            }
            return unpacked;
        }
    }
}
