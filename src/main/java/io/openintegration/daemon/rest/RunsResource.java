package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunReport;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The refreshes of an integration daemon that is started: those that go on, and the history of those that ended. */
@Path("api/v1/servers/{server}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    @PathParam("server")
    private String server;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private PlanRequests plans;

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

    /**
     * What a refresh changed, apart from what it made, in the order in which it did; of an undo, all that it did, and what it left.
     * All given filters must match.
     *
     * @param action {@code CREATE}, {@code UPDATE}, {@code MOVE}, {@code RESTORE}, {@code REMOVE}, {@code HOLD_BACK} or
     *     {@code LEAVE}
     * @param type exact name of an open metadata type
     * @param text part of the qualified name, ignoring case
     * @param after only changes with higher numbers: what the page before names to go on from
     * @param limit the most to return, 1 to 1000
     */
    @GET
    @Path("{run}/changes")
    @Permits(Role.VIEWER)
    public String changes(
            @PathParam("run") String run,
            @QueryParam("action") String action,
            @QueryParam("type") String type,
            @QueryParam("text") String text,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return ChangeJson.page(plans.changesOfRun(server, run, ChangeFilter.of(action, type, text, after, limit)));
    }

    /**
     * Takes back what a refresh did, except what others or later refreshes changed since; and pauses the connector, whose next
     * refresh would do the same again. The work goes on after the answer (202), unless it ended within the {@code wait} seconds
     * (0–60) of the query (200). With {@code plan=true} nothing is written and nobody paused: the answer is a plan of what would
     * be done and left, and the header Location its URL. What goes on, or is no refresh, is not undone (409).
     */
    @POST
    @Path("{run}/undo")
    @Permits(Role.OPERATOR)
    public Response undo(
            @PathParam("run") String run,
            @QueryParam("plan") @DefaultValue("false") String plan,
            @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        boolean planOnly = QueryValue.flag("plan", plan);
        RunReport found = daemons.run(server, run);
        daemons.connector(server, found.connector().value());
        if (planOnly) {
            PlanId id = plans.planUndo(server, found.id(), wait);
            return PlanJson.answer(plans.plan(server, id.toString()), daemons.daemon(server), uri);
        }
        return new RequestJson(daemons.daemon(server), uri).answer(plans.undo(server, found.id(), wait));
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
