package io.openintegration.daemon.rest.admin;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.CurrentRequest;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Waiting;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Brings a server that is started in line with its configuration document. */
@Path("api/v1/servers/{server}/apply")
@Produces(MediaType.APPLICATION_JSON)
public class ApplyResource {

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /**
     * Restarts those connectors alone whose configuration changed. Returns at once, or after the {@code wait} seconds (0–60)
     * of the query, with what became of each.
     */
    @POST
    @Permits(Role.OPERATOR)
    public String apply(@PathParam("server") String server, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        return ApplyJson.of(servers.apply(new ServerName(server), current.user()), wait)
                .toString();
    }
}
