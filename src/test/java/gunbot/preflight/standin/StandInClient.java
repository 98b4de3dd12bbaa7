package gunbot.preflight.standin;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The plain client with which the stand-ins' own tests ask them. */
public final class StandInClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final StandIn standIn;

    public StandInClient(StandIn standIn) {
        this.standIn = standIn;
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return send("GET", pathAndQuery, Map.of(), "");
    }

    public HttpResponse<String> send(String method, String pathAndQuery, Map<String, String> headers, String body) {
        try {
            return CLIENT.send(request(method, pathAndQuery, headers, body), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public CompletableFuture<HttpResponse<String>> sendLater(String pathAndQuery, Map<String, String> headers) {
        return CLIENT.sendAsync(request("GET", pathAndQuery, headers, ""), BodyHandlers.ofString());
    }

    public static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    private HttpRequest request(String method, String pathAndQuery, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(standIn.origin() + pathAndQuery))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }
}
