package gunbot.preflight.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A process that is measured from the outside, all of them alike: since when it runs, what it answers, what it has resident. */
final class Launched implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final long began;

    private Launched(Process process, long began) {
        this.process = process;
        this.began = began;
    }

    /** Starts it; what it logs is thrown away. */
    static Launched start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        return new Launched(builder.start(), began);
    }

    /** A port that nothing listens on just now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks again and again, half a millisecond apart, until the answer is 200 and its body as wanted; then how long that took. */
    Duration until(int port, String path, Predicate<String> wanted) throws IOException {
        while (System.nanoTime() - began < PATIENCE_NANOS) {
            var answer = get(port, path);
            if (answer.startsWith("HTTP/1.1 200") && wanted.test(answer)) {
                return elapsed();
            }
            if (!process.isAlive()) {
                throw new IOException("it ended with " + process.exitValue());
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        throw new IOException("no answer to " + path);
    }

    /** Writes a line to it and reads one. */
    String answerTo(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What the kernel counts as resident, in bytes. */
    long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** A socket and nothing else, so that the one who measures takes next to nothing of the processor. */
    private static String get(int port, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it does not listen yet
        }
    }
}
