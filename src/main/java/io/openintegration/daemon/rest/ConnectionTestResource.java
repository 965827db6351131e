package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.runtime.RequestRefusedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tries whether a connector can do its work with its third party. */
@Path("api/v1/servers/{server}/connectors/{connector}/connection-test")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionTestResource {

    @PathParam("server")
    private String server;

    @PathParam("connector")
    private String connector;

    @Inject
    private DaemonRequests daemons;

    /**
     * Tries the connector's connection in steps, and answers with them when that has ended, after 60 seconds at the most; beside the
     * connector itself, which may have failed or be stopped. A connector that offers no test, or is being tried already, cannot be tried (409);
     * nor can one on a node that stands by.
     */
    @POST
    @Permits(Role.OPERATOR)
    public Response test() {
        try {
            return Response.ok(ConnectionTrialJson.of(connector, daemons.tryConnection(server, connector))
                            .toString())
                    .build();
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }
}
