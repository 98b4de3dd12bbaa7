package gunbot.preflight.standin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Which fault holds for which path, and the answers of those faults that are answers. */
final class Faults {

    private static final int HUGE = 3 << 20;
    private static final int LONGEST_HEADER = 2000;
    private static final int BOMB = 24 << 20;

    private final Map<String, Fault> byPrefix = new ConcurrentHashMap<>();
    private final Words words;
    private volatile Function<Recorded, String> repeats = Recorded::everything;

    Faults(Words words) {
        this.words = words;
    }

    void set(String pathPrefix, Fault fault) {
        byPrefix.put(pathPrefix, fault);
    }

    /** What {@link Fault#ECHO} and {@link Fault#ECHO_IN_GOOD_ANSWER} repeat of a request. */
    void repeat(Function<Recorded, String> what) {
        repeats = what;
    }

    /** The fault of the longest prefix. */
    Fault of(String path) {
        return byPrefix.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(Fault.NONE);
    }

    Answer answer(Fault fault, Recorded request, Supplier<Answer> usual) {
        return switch (fault) {
            case HUGE -> Answer.json(200, new JsonObject().put("padding", "x".repeat(HUGE)));
            case GZIP_BOMB -> bomb();
            case GARBAGE -> Answer.html(200, "<html><body><h1>Welcome</h1></body></html>");
            case EMPTY -> Answer.of(200, "", Map.of());
            case TRUNCATED_JSON -> usual.get().firstHalf();
            case REDIRECT -> Answer.of(302, "", Map.of("Location", "http://elsewhere.invalid" + request.path()));
            case FRONT_END_403 -> words.frontEnd403();
            case RATE_LIMITED -> words.rateLimited();
            case BANNED -> words.banned();
            case MAINTENANCE -> words.maintenance(request);
            case REGION -> words.regionBlocked();
            case ECHO -> words.echo(repeats.apply(request)).with("X-Request", inHeader(repeats.apply(request)));
            case ECHO_IN_GOOD_ANSWER -> echoed(usual.get(), request);
            case NONE, SILENT, RESET, TRICKLE, ENDLESS -> usual.get();
        };
    }

    private Answer echoed(Answer usual, Recorded request) {
        if (usual.status() != 200) {
            return usual;
        }
        if (Json.decodeValue(usual.body()) instanceof JsonArray list) {
            words.echoInto(list, repeats.apply(request));
            return new Answer(200, usual.headers(), list.toBuffer());
        }
        JsonObject body = usual.body().toJsonObject();
        words.echoInto(body, repeats.apply(request));
        return new Answer(200, usual.headers(), body.toBuffer());
    }

    private static String inHeader(String text) {
        var printable = text.replaceAll("[^ -~]", " ");
        return printable.substring(0, Math.min(printable.length(), LONGEST_HEADER));
    }

    private static Answer bomb() {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(Sums.bytes("{\"padding\":\""));
            byte[] blanks = Sums.bytes(" ".repeat(1 << 20));
            for (int written = 0; written < BOMB; written += blanks.length) {
                gzip.write(blanks);
            }
            gzip.write(Sums.bytes("\"}"));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new Answer(
                200,
                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                Buffer.buffer(small.toByteArray()));
    }
}
