package gunbot.preflight.api;

import gunbot.preflight.access.Browser;
import gunbot.preflight.check.Checks;
import gunbot.preflight.check.Rechecks;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.page.PlainPages;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.ReportView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;

/** The readiness report over HTTP. It gives what is known; it never waits for an exchange. */
@Path("/api/v1/readiness")
@Produces(MediaType.APPLICATION_JSON)
public class ReadinessResource {
    private final Checks checks;
    private final Rechecks rechecks;
    private final Gate gate;
    private final ReadinessStream stream;
    private final RequestLanguage language;

    public ReadinessResource(
            Checks checks, Rechecks rechecks, Gate gate, ReadinessStream stream, RequestLanguage language) {
        this.checks = checks;
        this.rechecks = rechecks;
        this.gate = gate;
        this.stream = stream;
        this.language = language;
    }

    /** What is answered while the first check runs. */
    @RegisterForReflection
    public record Checking(String state) {}

    /** The keys of one entry. */
    @RegisterForReflection
    public record EntryKeys(List<KeyView> keys) {}

    @GET
    public Response report() {
        return checks.last().map(report -> Response.ok(view(report)).build()).orElseGet(ReadinessResource::checking);
    }

    /**
     * Server-sent events: {@code report} at once where there is one, then {@code key} for each key as it is asked and
     * {@code report} at the end of each check; a comment every 15 s.
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return stream.open(language.texts().locale()).map(event -> sent(sse, event));
    }

    private static OutboundSseEvent sent(Sse sse, StreamEvent event) {
        return event.kind() == StreamEvent.Kind.COMMENT
                ? sse.newEventBuilder().comment("still here").build()
                : sse.newEventBuilder()
                        .name(event.kind().word())
                        .data(String.class, event.data())
                        .build();
    }

    @GET
    @Path("/{name}")
    public Response entry(@PathParam("name") String name) {
        return checks.last().map(report -> keys(view(report), name)).orElseGet(ReadinessResource::checking);
    }

    @POST
    @Path("/refresh")
    public Response refresh(@HeaderParam("Accept") String accept, @QueryParam("lang") String lang) {
        var refused = checks.refresh();
        if (Browser.asksForPage(accept)) {
            return Response.seeOther(PlainPages.home(lang, refused)).build();
        }
        return refused.map(wait -> Problem.of(429, "too-soon")
                        .response()
                        .header("Retry-After", Math.max(1, wait.toSeconds() + 1))
                        .build())
                .orElseGet(() -> Response.accepted(new Checking("CHECKING")).build());
    }

    private static Response keys(ReportView report, String name) {
        var keys = report.keys().stream().filter(key -> key.name().equals(name)).toList();
        return keys.isEmpty()
                ? Problem.of(404, "no-entry").response().build()
                : Response.ok(new EntryKeys(keys)).build();
    }

    private ReportView view(gunbot.preflight.report.Report report) {
        return ReportView.of(
                report, gate, language.texts(), rechecks.nextCheckAt().orElse(null));
    }

    private static Response checking() {
        return Response.status(503)
                .entity(new Checking("CHECKING"))
                .header("Retry-After", 1)
                .build();
    }
}
