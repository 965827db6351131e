package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a named server runs (Egeria's server operations, 6.x). */
@Path("open-metadata/server-operations/servers/{serverName}")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.CURRENT)
public class CurrentServerOperationsResource {

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** The services of a server that is started. */
    @GET
    @Path("services")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerServicesListResponse")
    public String getActiveServices(@PathParam("serverName") String server) {
        return ServerServices.of(servers, new ServerName(server), current);
    }
}
