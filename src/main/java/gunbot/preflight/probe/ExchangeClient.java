package gunbot.preflight.probe;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Request;
import gunbot.preflight.exchange.Signature;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.settings.Settings;
import io.netty.handler.codec.DecoderException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.WebClientInternal;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * The one way out: sends a request and gives back the answer or why there is none. TLS is always verified, redirects are
 * not followed, no proxy is used; an answer has at most a mebibyte, packed and unpacked, and a fixed time.
 */
@ApplicationScoped
public class ExchangeClient {
    private static final int MOST_BYTES = 1 << 20;

    private final WebClient client;
    private final Clock clock;

    public ExchangeClient(Vertx vertx, Settings settings, Clock clock) {
        this.clock = clock;
        var options = new WebClientOptions()
                .setFollowRedirects(false)
                .setUserAgent("gunbot-preflight")
                .setVerifyHost(true)
                .setTrustAll(false)
                .setDecompressionSupported(false) // unpacked here, where both sizes can be limited
                .setMaxPoolSize(HostSlots.PER_HOST) // the slots are the limit; fewer connections would be a lower one
                .setSslHandshakeTimeout(
                        settings.probe().timeout().toMillis()) // else a silent one outlives its question
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(32 * 1024);
        settings.tls().caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = WebClient.create(vertx, options);
        ((WebClientInternal) client.getDelegate()).addInterceptor(context -> {
            if (context.phase() == ClientPhase.SEND_REQUEST) {
                ((LimitedBody) (Object) context.request().bodyCodec()).sent(context.clientRequest(), clock.millis());
            }
            context.next();
        });
    }

    /**
     * @param origin where to send it instead of the exchange's own address, or null
     * @param timeout for the whole exchange of request and answer
     */
    Uni<Reply> send(Request request, Signature signature, URI origin, Duration timeout) {
        var body = new LimitedBody(MOST_BYTES);
        var http = client.requestAbs(HttpMethod.valueOf(request.method()), address(request, signature, origin))
                .putHeader("Accept", "application/json")
                .putHeader("Accept-Encoding", "gzip")
                .as(BodyCodec.<io.vertx.core.buffer.Buffer>newInstance(body));
        var whole = signature.body(request);
        if (whole.startsWith("{")) { // of unsigned questions too
            http.putHeader("Content-Type", "application/json");
        }
        signature.headers().forEach(http::putHeader);
        // deferred, so that what fails at once (an address that cannot be used, no TLS) is told like any other failure
        var answer =
                Uni.createFrom().deferred(() -> whole.isEmpty() ? http.send() : http.sendBuffer(Buffer.buffer(whole)));
        return answer.map(response -> answer(body, response))
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new)
                .onFailure()
                .invoke(body::abort)
                .onCancellation()
                .invoke(body::abort)
                .onFailure()
                .recoverWithItem(
                        failure -> failed(body, failure(body, failure, timeout), failure instanceof TimeoutException));
    }

    /** Closes every connection that is still kept. */
    @PreDestroy
    public void close() {
        client.close();
    }

    private static String address(Request request, Signature signature, URI origin) {
        var base = origin == null
                ? request.uri().getScheme() + "://" + request.uri().getRawAuthority()
                : origin.toString();
        var query = request.query()
                + (request.query().isEmpty() || signature.query().isEmpty() ? "" : "&")
                + signature.query();
        return base + request.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private Reply answer(LimitedBody body, HttpResponse<io.vertx.core.buffer.Buffer> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        var bytes = response.body() == null ? new byte[0] : response.body().getBytes();
        try {
            if (headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip")) {
                bytes = Inflating.gunzip(bytes, MOST_BYTES);
            }
            var answer = new Answer(response.statusCode(), headers, new String(bytes, StandardCharsets.UTF_8));
            return new Reply(answer, null, body.sentAt(), clock.millis(), false);
        } catch (IOException e) {
            return failed(body, Refusal.of(Code.UNEXPECTED_ANSWER, "the answer could not be unpacked"), false);
        }
    }

    private Reply failed(LimitedBody body, Refusal failure, boolean late) {
        return new Reply(null, failure, body.sentAt(), clock.millis(), late);
    }

    /** Only the kind of a failure is told: the texts of exceptions may hold addresses with signatures in them. */
    private static Refusal failure(LimitedBody body, Throwable failure, Duration timeout) {
        if (body.tooLarge() || failure instanceof LimitedBody.TooLargeException) {
            return Refusal.of(Code.UNEXPECTED_ANSWER, "the answer is larger than 1 MiB");
        }
        if (body.sentAt() != 0 && isNoHttp(failure)) {
            return Refusal.of(Code.UNEXPECTED_ANSWER, "the answer is no HTTP");
        }
        var unreachable = Refusal.of(Code.UNREACHABLE, kind(failure, timeout));
        return failure instanceof ConnectException ? unreachable.variant(Refusal.NO_CONNECTION) : unreachable;
    }

    /** What came could not be read as the head of an answer, or as its chunks. */
    private static boolean isNoHttp(Throwable failure) {
        return failure instanceof DecoderException && !(failure.getCause() instanceof SSLException)
                || failure instanceof IllegalArgumentException;
    }

    private static boolean ofTheCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    private static String kind(Throwable failure, Duration timeout) {
        if (failure instanceof TimeoutException) {
            return "no whole answer within " + timeout.toMillis() + " ms";
        }
        if (failure instanceof UnknownHostException) {
            return "the host name could not be resolved";
        }
        if (failure instanceof SSLException) {
            return ofTheCertificate(failure)
                    ? "the TLS certificate was not accepted"
                    : "no TLS connection could be made";
        }
        if (failure instanceof ConnectException) {
            return "no connection: refused or unreachable";
        }
        if (failure instanceof HttpClosedException || failure instanceof StreamResetException) {
            return "the connection was closed before the answer was whole";
        }
        return "no answer (" + failure.getClass().getSimpleName() + ")";
    }
}
