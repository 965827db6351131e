package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The refreshes of an integration daemon that is started: those that go on, and the history of those that ended. */
@Path("api/v1/servers/{server}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    @PathParam("server")
    private String server;

    @Inject
    private DaemonRequests daemons;

    /**
     * The refreshes that match, the one that began last first. All given filters must match.
     *
     * @param connector exact name, which may be that of a connector that is no longer there
     * @param outcome {@code RUNNING}, {@code SUCCEEDED}, {@code DEGRADED}, {@code FAILED}, {@code CANCELLED} or {@code LOST}
     * @param limit the most to return, 1 to 1000
     */
    @GET
    @Permits(Role.VIEWER)
    public String list(
            @QueryParam("connector") String connector,
            @QueryParam("outcome") String outcome,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return RunJson.list(daemons.runs(server, RunFilter.of(Optional.ofNullable(connector), outcome, limit)));
    }

    /** One refresh, with its problems. */
    @GET
    @Path("{run}")
    @Permits(Role.VIEWER)
    public String get(@PathParam("run") String run) {
        return RunJson.of(daemons.run(server, run)).toString();
    }

    /** Asks a refresh to end early (202). What it has written stays; one that has ended is left as it is (409). */
    @POST
    @Path("{run}/cancel")
    @Permits(Role.OPERATOR)
    public Response cancel(@PathParam("run") String run) {
        return Response.status(Response.Status.ACCEPTED)
                .entity(RunJson.of(daemons.cancel(server, run)).toString())
                .build();
    }
}
