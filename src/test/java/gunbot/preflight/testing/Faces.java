package gunbot.preflight.testing;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandIn;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that the running program shows to anybody, with its headers. */
public final class Faces {
    private static final List<String> LANGUAGES = List.of("", "?lang=es");

    /** Long enough to be a key, a signature or a token; no lower-case identifier with hyphens. */
    private static final Pattern MADE = Pattern.compile("[A-Za-z0-9+/=_-]{32,}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Program program;
    private final String token;

    public Faces(Program program, String token) {
        this.program = program;
        this.token = token;
    }

    public int status(String path) {
        return send(request(path).GET(), true).statusCode();
    }

    /** Waits until the report is about these keys: by entry, what is shown of the key. */
    public void await(String what, Map<String, String> hints) {
        Wait.until(what, () -> {
            var answer = send(request("/api/v1/readiness").GET(), true);
            var shown = new ArrayList<String>();
            if (answer.statusCode() == 200) {
                new JsonObject(answer.body()).getJsonArray("keys").forEach(key -> shown.add(shown((JsonObject) key)));
            }
            return hints.entrySet().stream().allMatch(hint -> shown.contains(hint.getKey() + " " + hint.getValue()));
        });
    }

    private static String shown(JsonObject key) {
        return key.getString("name") + " " + key.getString("keyHint");
    }

    /** Asks for all that is the same whatever the exchanges say, and keeps each answer under the name of what was asked. */
    public void lasting(Map<String, String> all) {
        for (var language : LANGUAGES) {
            for (var path : List.of("/exchanges", "/api/v1/exchanges", "/nowhere")) {
                keep(all, "GET " + path + language, request(path + language).GET(), true);
            }
            for (var path : List.of("/", "/api/v1/readiness")) {
                keep(
                        all,
                        "GET without token " + path + language,
                        request(path + language).GET(),
                        false);
            }
        }
        for (var exchange : AllExchanges.all()) {
            var id = exchange.listing().id();
            keep(all, "guide " + id, request("/exchanges/" + id).GET(), true);
            keep(all, "API's guide " + id, request("/api/v1/exchanges/" + id).GET(), true);
        }
        keep(all, "sign-in with a wrong token", post("/login", "token=" + token + "x&to=" + token), false);
        keep(
                all,
                "unknown language and parameters",
                request("/?lang=" + token + "&token=" + token).GET(),
                true);
        keep(all, "unknown exchange", request("/api/v1/exchanges/none").GET(), true);
        keep(all, "wrong method", request("/api/v1/readiness").DELETE(), true);
        keep(all, "wrong token", request("/api/v1/readiness").header("Authorization", "Basic " + token), false);
    }

    /** Asks for all that depends on what exchanges say. */
    public void passing(Map<String, String> all) {
        for (var language : LANGUAGES) {
            for (var path : List.of("/", "/api/v1/readiness")) {
                keep(all, "GET " + path + language, request(path + language).GET(), true);
            }
        }
        for (var name : List.of("binance", "binance%232", "kraken", "kucoin", "gdax", "nashio", "given", "nobody")) {
            keep(all, "GET " + name, request("/api/v1/readiness/" + name).GET(), true);
        }
        management(all);
        all.put("event stream", stream());
        keep(all, "refresh", post("/api/v1/readiness/refresh", ""), true);
        keep(all, "gate", post("/api/v1/gate/open", ""), true);
    }

    private void management(Map<String, String> all) {
        for (var path : List.of("/q/health/live", "/q/health/started", "/q/health/ready", "/q/health/well")) {
            keep(all, path, HttpRequest.newBuilder(URI.create(program.management() + path)), false);
        }
        keep(all, "metrics", HttpRequest.newBuilder(URI.create(program.management() + "/q/metrics")), false);
    }

    /** Up to the end of the report that is there. */
    private String stream() {
        var lines = new ArrayList<String>();
        try (var answer = client.send(
                        authorized(request("/api/v1/readiness/stream")).build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            boolean report = false;
            for (var next = answer.iterator(); next.hasNext(); ) {
                var line = next.next();
                lines.add(line);
                if (report && line.isEmpty()) {
                    break;
                }
                report |= line.equals("event:report");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return String.join("\n", lines);
    }

    private void keep(Map<String, String> all, String name, HttpRequest.Builder request, boolean known) {
        var answer = send(request, known);
        all.put(name, answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean known) {
        try {
            return client.send((known ? authorized(request) : request).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(program.api() + path));
    }

    private HttpRequest.Builder post(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    /** The files below a folder, by name. */
    public static void files(Path folder, Map<String, String> all) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** What went to an exchange in headers, query and body that may be a key, or was made from a secret. */
    public static Stream<String> sent(StandIn standIn) {
        return standIn.log().stream().flatMap(Faces::made).distinct();
    }

    private static Stream<String> made(Recorded request) {
        var texts = new ArrayList<String>(List.of(request.query(), request.bodyText()));
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                texts.add(value);
            }
        });
        return texts.stream()
                .flatMap(text -> Stream.of(
                        text, URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", ""), StandardCharsets.UTF_8)))
                .flatMap(text -> MADE.matcher(text).results().map(match -> match.group()))
                .filter(value -> !UUID.matcher(value).matches());
    }
}
