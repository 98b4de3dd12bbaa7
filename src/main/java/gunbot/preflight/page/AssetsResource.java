package gunbot.preflight.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Style, script and icon. They hold nothing of anybody's, so they need no token and may be kept. */
@Path("/assets")
public class AssetsResource {
    private final Assets assets;

    public AssetsResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("/{name}")
    @NonBlocking
    public Response asset(@PathParam("name") String name) {
        var asset = assets.find(name).orElseThrow(NotFoundException::new);
        return Response.ok(asset.bytes(), asset.type())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }
}
