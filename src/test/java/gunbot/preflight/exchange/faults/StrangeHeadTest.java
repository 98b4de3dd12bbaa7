package gunbot.preflight.exchange.faults;

import static gunbot.preflight.facts.Code.UNEXPECTED_ANSWER;

import gunbot.preflight.standin.Way;
import java.util.stream.Stream;

/** Heads of answers with headers twice, missing, contradicting each other, endless, or no heads at all. */
class StrangeHeadTest extends TroubleTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @Override
    Stream<Trouble> rows() {
        return Stream.of(
                Trouble.of(
                        "two kinds of content",
                        null,
                        way -> way.passUnder("Content-Type: text/html", JSON, date(way), length(way, 0))),
                Trouble.of("no kind of content", null, way -> way.passUnder(date(way), length(way, 0))),
                Trouble.of(
                        "another kind of content",
                        null,
                        way -> way.passWith("content-type", "text/html; charset=gb2312")),
                Trouble.of("a kind of content that is none", null, way -> way.passWith("content-type", ";;=\"")),
                Trouble.of(
                        "the same length twice",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, date(way), length(way, 0), length(way, 0))),
                Trouble.of(
                        "two lengths",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, date(way), length(way, 0), length(way, 7))),
                Trouble.of(
                        "a length and chunks",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, date(way), length(way, 0), CHUNKED)),
                Trouble.of(
                        "a length below nought", UNEXPECTED_ANSWER, way -> way.passUnder(JSON, "Content-Length: -1")),
                Trouble.of(
                        "a length that is no number",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, "Content-Length: ten")),
                Trouble.uncertain("a length that is too short", way -> way.passUnder(JSON, date(way), length(way, -4))),
                Trouble.of(
                        "a chunk of no length",
                        UNEXPECTED_ANSWER,
                        way -> way.send(Way.head(200, JSON + "\r\n" + CHUNKED) + "zz\r\n{}\r\n0\r\n\r\n")),
                Trouble.of(
                        "a chunk of a length below nought",
                        UNEXPECTED_ANSWER,
                        way -> way.send(Way.head(200, JSON + "\r\n" + CHUNKED) + "-1\r\n{}\r\n0\r\n\r\n")),
                Trouble.of(
                        "a header without a name",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, ": x", length(way, 0))),
                Trouble.of(
                        "a zero byte in a header",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, "X-Thing: a\0b", length(way, 0))),
                Trouble.of(
                        "a header of forty kilobytes",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, "X-Thing: " + "x".repeat(40 << 10), length(way, 0))),
                Trouble.of(
                        "ten thousand headers",
                        UNEXPECTED_ANSWER,
                        way -> way.passUnder(JSON, "X-Thing: x\r\n".repeat(10_000) + length(way, 0))),
                Trouble.of(
                        "headers without end",
                        UNEXPECTED_ANSWER,
                        way -> way.pour("HTTP/1.1 200 OK\r\n", "X-Thing: x\r\n".repeat(100))),
                Trouble.of(
                        "a first line without end",
                        UNEXPECTED_ANSWER,
                        way -> way.pour("HTTP/1.1 200 ", "O".repeat(1000))),
                Trouble.of("another protocol", UNEXPECTED_ANSWER, way -> way.send("SSH-2.0-OpenSSH_9.6\r\n")),
                Trouble.of("a mail server", UNEXPECTED_ANSWER, way -> way.send("220 mail.example ESMTP\r\n")),
                Trouble.of(
                        "a status that is no number",
                        UNEXPECTED_ANSWER,
                        way -> way.send("HTTP/1.1 two hundred\r\n\r\n")),
                Trouble.of("go on first, then the answer", null, way -> {
                    way.send("HTTP/1.1 100 Continue\r\n\r\n");
                    way.pass();
                }),
                Trouble.of("hints first, then the answer", null, way -> {
                    way.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                    way.pass();
                }),
                Trouble.of(
                        "another protocol is offered",
                        null,
                        way -> way.passUnder("Upgrade: h2c", "Connection: Upgrade", JSON, date(way), length(way, 0))),
                Trouble.uncertain("the answer twice", way -> {
                    way.pass();
                    way.pass();
                }));
    }

    private static String length(Way way, int more) {
        return "Content-Length: " + (way.genuine().body().length() + more);
    }

    /** One exchange tells its time in this header alone. */
    private static String date(Way way) {
        return "Date: " + way.genuine().headers().getOrDefault("date", "Sun, 22 Nov 2026 08:40:00 GMT");
    }
}
