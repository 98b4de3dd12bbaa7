package gunbot.preflight.api;

import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.ReportView.GateView;
import gunbot.preflight.settings.Token;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The way past the gate for a person who has the token. Without one, whoever reaches the port could start the bot. */
@Path("/api/v1/gate")
@Produces(MediaType.APPLICATION_JSON)
public class GateResource {
    private final Gate gate;
    private final Token token;

    public GateResource(Gate gate, Token token) {
        this.gate = gate;
        this.token = token;
    }

    /** Opens the gate; what it does then. That the token was given, {@link Access} has seen to. */
    @POST
    @Path("/open")
    public Response open() {
        if (!token.isSet()) {
            return Problem.of(403, "no-gate-token").response().build();
        }
        gate.openByHand();
        return Response.ok(GateView.of(gate)).build();
    }
}
