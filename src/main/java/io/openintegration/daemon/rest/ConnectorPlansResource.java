package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.plan.PlanId;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Asks what a refresh of a connector would change. */
@Path("api/v1/servers/{server}/connectors/{connector}/plans")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectorPlansResource {

    @PathParam("server")
    private String server;

    @PathParam("connector")
    private String connector;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private PlanRequests plans;

    /**
     * Lets the connector's next refresh be planned: nothing is written. The plan is made after the answer (202), unless that
     * ended within the {@code wait} seconds (0–60) of the query (200); the header Location is its URL. A connector that has
     * failed, is stopped, works on its own thread, or is asked already cannot be asked (409).
     */
    @POST
    @Permits(Role.OPERATOR)
    public Response plan(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        daemons.connector(server, connector);
        try {
            PlanId id = plans.make(server, connector, wait);
            return PlanJson.answer(plans.plan(server, id.toString()), daemons.daemon(server), uri);
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }
}
