package gunbot.preflight.testing;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The packaged program as a process of its own: the jar, or the native executable that the system property
 * {@code preflight.executable} names. Tests of the whole program are the same for both.
 */
public final class Program implements AutoCloseable {
    private static final String EXECUTABLE = System.getProperty("preflight.executable", "");
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String JVM_OPTIONS = System.getProperty("program.jvm.options", "");

    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: http://\\S+?:([0-9]+)\\..*anagement interface listening on http://\\S+?:([0-9]+)");
    private static final long PATIENCE_SECONDS = 60;

    static {
        // each request has a connection of its own, which would stay open until there is no room for another
        RestAssured.requestSpecification =
                new RequestSpecBuilder().addHeader("Connection", "close").build();
    }

    private final Process process;
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer err = new StringBuffer();
    private final CompletableFuture<int[]> ports = new CompletableFuture<>();
    private final List<Thread> readers = new ArrayList<>();

    private Program(Process process) {
        this.process = process;
        readers.add(reader(process.getInputStream(), out));
        readers.add(reader(process.getErrorStream(), err));
    }

    /** How a command ended. */
    public record Ended(int exitCode, String out, String err) {}

    /** The command line that runs the program. */
    public static List<String> commandLine(Map<String, String> settings, String... args) {
        var command = new ArrayList<String>();
        command.add(
                EXECUTABLE.isEmpty()
                        ? Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()
                        : EXECUTABLE);
        if (EXECUTABLE.isEmpty() && !JVM_OPTIONS.isEmpty()) {
            command.addAll(List.of(JVM_OPTIONS.split(" ")));
        }
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (EXECUTABLE.isEmpty()) {
            command.add("-jar");
            command.add(JAR.toAbsolutePath().toString());
        }
        command.addAll(List.of(args));
        return command;
    }

    /** Runs a command to its end. */
    public static Ended run(
            Map<String, String> settings, Path directory, Map<String, String> environment, String... args) {
        try (var program = launch(settings, directory, environment, args)) {
            if (!program.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the command does not end: " + program.err);
            }
            for (var reader : program.readers) {
                reader.join();
            }
            return new Ended(program.process.exitValue(), program.out.toString(), program.err.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Ended run(Map<String, String> settings, String... args) {
        return run(settings, Path.of("."), Map.of(), args);
    }

    /** Starts it as a service on ports taken from the system, and waits until it listens. */
    public static Program serve(Map<String, String> settings, Map<String, String> environment) {
        var all = new java.util.TreeMap<>(settings);
        all.putIfAbsent("quarkus.http.port", "0");
        all.putIfAbsent("quarkus.management.port", "0");
        var program = launch(all, Path.of("."), environment);
        try {
            program.ports.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return program;
        } catch (InterruptedException | ExecutionException | TimeoutException | CompletionException e) {
            program.close();
            throw new AssertionError("it does not listen: " + program.err, e);
        }
    }

    /** Starts a command that does not end by itself. */
    public static Program begin(Map<String, String> settings, String... args) {
        return launch(settings, Path.of("."), Map.of(), args);
    }

    private static Program launch(
            Map<String, String> settings, Path directory, Map<String, String> environment, String... args) {
        try {
            var builder = new ProcessBuilder(commandLine(settings, args)).directory(directory.toFile());
            builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
            builder.environment().putAll(environment);
            return new Program(builder.start());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Thread reader(InputStream from, StringBuffer into) {
        var thread = new Thread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    into.append(line).append('\n');
                    var listening = LISTENING.matcher(line);
                    if (listening.find()) {
                        ports.complete(
                                new int[] {Integer.parseInt(listening.group(1)), Integer.parseInt(listening.group(2))});
                    }
                }
            } catch (IOException e) {
                into.append("(the stream broke off)\n");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The address of the API. */
    public String api() {
        return "http://127.0.0.1:" + ports.join()[0];
    }

    /** The address of health and metrics. */
    public String management() {
        return "http://127.0.0.1:" + ports.join()[1];
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    /** The memory that the process has resident, as the kernel counts it. */
    public long residentKib() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1; // not on this system
        }
    }

    /** How many files and connections the process has open. */
    public int openFiles() {
        try (var handles = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return (int) handles.count();
        } catch (IOException e) {
            return -1; // not on this system
        }
    }

    /** Whether it is the native executable that runs. */
    public static boolean isNative() {
        return !EXECUTABLE.isEmpty();
    }

    /** Whether it has not ended yet. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Asks it to end, and waits. */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not stop");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal of the system: {@code TERM}, {@code INT}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it ends by itself; its exit code. */
    public int end() {
        try {
            if (!process.waitFor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end: " + err);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** A config.js in a folder of its own. */
    public static Path config(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("config.js"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
