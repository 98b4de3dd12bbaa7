package gunbot.preflight.notify;

import gunbot.preflight.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The way out for messages, apart from that to the exchanges: it knows no exchange and no key. TLS is always verified,
 * redirects are not followed, no proxy is used; of an answer only the status is read, and the connection is closed upon it.
 */
@ApplicationScoped
public class WebCourier implements Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    @Inject
    public WebCourier(Vertx vertx, Settings settings) {
        this(vertx, settings, PATIENCE);
    }

    WebCourier(Vertx vertx, Settings settings, Duration patience) {
        this.patience = patience;
        var options = new HttpClientOptions()
                .setVerifyHost(true)
                .setTrustAll(false)
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(32 * 1024)
                .setConnectTimeout((int) patience.toMillis());
        settings.tls().caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = vertx.createHttpClient(options);
    }

    @Override
    public Uni<Outcome> send(Post post) {
        // deferred, so that what fails at once is told like any other failure
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(sent(post).toCompletionStage()))
                .ifNoItem()
                .after(patience)
                .failWith(TimeoutException::new)
                .map(WebCourier::outcome)
                .onFailure()
                .recoverWithItem(failure -> new Outcome(kind(failure), true));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private io.vertx.core.Future<Integer> sent(Post post) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(post.address().toString())
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis())
                .putHeader("User-Agent", "gunbot-preflight");
        post.headers().forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(post.body())).map(answer -> status(request, answer)));
    }

    /** What else the receiver has to say is not read. */
    private static int status(HttpClientRequest request, HttpClientResponse answer) {
        var status = answer.statusCode();
        answer.exceptionHandler(brokenOff -> {}); // by us
        request.reset();
        return status;
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.TAKEN;
        }
        boolean passing = status == 408 || status == 429 || status >= 500;
        return new Outcome("it answers with status " + status, passing);
    }

    /** Only the kind of a failure is told: the texts of exceptions hold addresses. */
    private static String kind(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name could not be resolved";
        }
        if (failure instanceof SSLException) {
            return "the TLS certificate was not accepted";
        }
        if (failure instanceof ConnectException) {
            return "no connection: refused or unreachable";
        }
        return "no answer (" + failure.getClass().getSimpleName() + ")";
    }
}
