package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.EXCHANGE_CLOSED;
import static gunbot.preflight.facts.Code.UNEXPECTED_ANSWER;
import static gunbot.preflight.facts.Code.UNREACHABLE;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.Way;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose bodies are too large, too deep, in another writing, or no answers at all. */
class HostileBodyTest extends TroubleTest {
    private static final String JSON_HEAD =
            Way.head(200, "Content-Type: application/json\r\nTransfer-Encoding: chunked");
    private static final String CHUNK = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
    private static final Buffer TEN_MEGABYTES = Buffer.buffer("{\"padding\":\"" + "x".repeat(10 << 20) + "\"}");
    private static final Buffer BOMB = packed("{\"padding\":\"" + " ".repeat(24 << 20) + "\"}");
    private static final int DEEP = 100_000;

    @Override
    Stream<Trouble> rows() {
        return Stream.of(
                Trouble.of("endless body", UNEXPECTED_ANSWER, way -> way.pour(JSON_HEAD + CHUNK, CHUNK)),
                Trouble.of(
                        "endless body of a long told length",
                        UNEXPECTED_ANSWER,
                        way -> way.pour(way.headOfLength(1L << 40) + CHUNK, CHUNK)),
                Trouble.of("ten megabytes of JSON", UNEXPECTED_ANSWER, way -> way.passWithBody(TEN_MEGABYTES)),
                Trouble.of("gzip bomb", UNEXPECTED_ANSWER, way -> packed(way, BOMB)),
                Trouble.of(
                        "packed answer",
                        null,
                        way -> packed(way, packed(way.genuine().body().toString()))),
                Trouble.of(
                        "packed answer, cut off",
                        UNEXPECTED_ANSWER,
                        way -> packed(way, half(packed(way.genuine().body().toString())))),
                Trouble.of(
                        "said to be packed, but is not",
                        UNEXPECTED_ANSWER,
                        way -> way.passWith("content-encoding", "gzip")),
                Trouble.of(
                        "packed in a way that was not asked for",
                        UNEXPECTED_ANSWER,
                        way -> way.send(new Answer(200, Map.of("content-encoding", "br"), half(packed("x"))))),
                body("lists in lists, a hundred thousand deep", "[".repeat(DEEP)),
                body("the same, whole", "[".repeat(DEEP) + "]".repeat(DEEP)),
                body("objects in objects, a hundred thousand deep", "{\"a\":".repeat(DEEP)),
                body("the same, whole", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                body("a number of a hundred thousand digits", "{\"code\":" + "9".repeat(DEEP) + "}"),
                value("a number beyond all numbers", "{\"code\":1e999999999,\"data\":1e-999999999}"),
                page("a page", "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>"),
                page("a page of JavaScript", "<html><script>location='https://elsewhere.invalid'</script></html>"),
                body("nothing", ""),
                body("blanks", "   \r\n  "),
                body("a zero byte", "\0"),
                value("null", "null"),
                value("a text", "\"ok\""),
                value("a number", "200"),
                value("true", "true"),
                body("words", "OK"),
                Trouble.of(
                        "half of the answer",
                        UNEXPECTED_ANSWER,
                        way -> way.passWithBody(half(way.genuine().body()))),
                Trouble.of(
                        "the answer twice",
                        UNEXPECTED_ANSWER,
                        way -> way.passWithBody(way.genuine()
                                .body()
                                .copy()
                                .appendBuffer(way.genuine().body()))),
                Trouble.of(
                        "the answer and more",
                        UNEXPECTED_ANSWER,
                        way -> way.passWithBody(way.genuine().body().copy().appendString("<script>"))),
                Trouble.of(
                        "UTF-16",
                        UNEXPECTED_ANSWER,
                        way -> way.passWithBody(
                                Buffer.buffer(way.genuine().body().toString().getBytes(StandardCharsets.UTF_16)))),
                Trouble.of(
                        "UTF-16, told",
                        UNEXPECTED_ANSWER,
                        way -> way.send(new Answer(
                                way.genuine().status(),
                                Map.of("content-type", "application/json;charset=utf-16"),
                                Buffer.buffer(way.genuine().body().toString().getBytes(StandardCharsets.UTF_16))))),
                Trouble.of(
                        "UTF-16 told, UTF-8 sent",
                        null,
                        way -> way.passWith("content-type", "application/json;charset=utf-16")),
                Trouble.of(
                        "a writing that nobody knows",
                        null,
                        way -> way.passWith("content-type", "application/json;charset=x-klingon")),
                Trouble.of(
                        "bytes that are no UTF-8, before it",
                        UNEXPECTED_ANSWER,
                        way -> way.passWithBody(Buffer.buffer(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF})
                                .appendBuffer(way.genuine().body()))));
    }

    /** The exchange's own refusal, its words begun again and again: what looks through them must not take for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "order ",
                "token ",
                "signature ",
                "timestamp ",
                "ip ",
                "incorrect ip address ",
                "request ip: ",
                "clientIp is: ",
                "policy ",
                "EService:Throttled:"
            })
    void refusalOfAMebibyteOfWords_isReadAtOnce(String words) {
        var text = words.repeat((1 << 20) / words.length() - 100);
        var trouble = Trouble.uncertain(
                        "long words", way -> way.send(way.standIn().refusalSaying(text)))
                .asItsOwn("poloniex");
        matrix().attempt(
                        each -> 2,
                        KeyState.WITHDRAW_ON,
                        settings(),
                        trouble,
                        (each, result, bench, softly) -> softly.assertThat(
                                        result.told().facts().refusals())
                                .as(each.id())
                                .noneMatch(refusal -> refusal.code() == UNREACHABLE));
    }

    private static Trouble body(String name, String body) {
        var buffer = Buffer.buffer(body);
        return Trouble.of(
                name,
                UNEXPECTED_ANSWER,
                way -> way.send(new Answer(200, Map.of("content-type", "application/json"), buffer)));
    }

    private static Trouble value(String name, String body) {
        return body(name, body).atKey(null, "its list may lack the key, so the rights are proved instead", "bitmex");
    }

    private static Trouble page(String name, String body) {
        return body(name, body)
                .atTime(
                        EXCHANGE_CLOSED,
                        "its sheet: a web site where the exchange was means that it is no more",
                        "nash");
    }

    private static void packed(Way way, Buffer body) {
        way.send(new Answer(
                way.genuine().status(),
                way.genuine().with("content-encoding", "gzip").headers(),
                body));
    }

    private static Buffer half(Buffer body) {
        return body.getBuffer(0, body.length() / 2);
    }

    private static Buffer packed(String text) {
        var small = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(small)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Buffer.buffer(small.toByteArray());
    }
}
