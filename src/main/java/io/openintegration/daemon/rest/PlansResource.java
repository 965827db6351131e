package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.plan.Plan;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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

/** What refreshes of an integration daemon that is started would change, and what became of that. */
@Path("api/v1/servers/{server}/plans")
@Produces(MediaType.APPLICATION_JSON)
public class PlansResource {

    @PathParam("server")
    private String server;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private PlanRequests plans;

    /**
     * The plans that match, the one that was asked for last first. All given filters must match.
     *
     * @param connector exact name, which may be that of a connector that is no longer there
     * @param state {@code PLANNING}, {@code READY}, {@code AWAITS_APPROVAL}, {@code APPLYING}, {@code APPLIED}, {@code REFUSED} or
     *     {@code FAILED}
     * @param limit the most to return, 1 to 1000
     */
    @GET
    @Permits(Role.VIEWER)
    public String list(
            @QueryParam("connector") String connector,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return PlanJson.list(plans.list(server, PlanFilter.of(connector, state, limit)));
    }

    /** One plan: its state, its counts, and the problems that it met. */
    @GET
    @Path("{plan}")
    @Permits(Role.VIEWER)
    public String get(@PathParam("plan") String plan) {
        return PlanJson.of(plans.plan(server, plan)).toString();
    }

    /**
     * The changes of a plan that match, in their order. All given filters must match.
     *
     * @param action {@code CREATE}, {@code UPDATE}, {@code MOVE}, {@code RESTORE}, {@code REMOVE}, {@code HOLD_BACK} or
     *     {@code LEAVE}
     * @param type exact name of an open metadata type
     * @param text part of the qualified name, ignoring case
     * @param after only changes with higher numbers: what the page before names to go on from
     * @param limit the most to return, 1 to 1000
     */
    @GET
    @Path("{plan}/changes")
    @Permits(Role.VIEWER)
    public String changes(
            @PathParam("plan") String plan,
            @QueryParam("action") String action,
            @QueryParam("type") String type,
            @QueryParam("text") String text,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return ChangeJson.page(plans.changes(server, plan, ChangeFilter.of(action, type, text, after, limit)));
    }

    /**
     * Of a plan that was refused: its changes that would not be made now, or not so; and those that would be made now in their
     * place.
     *
     * @param limit the most to return of each, 1 to 1000
     */
    @GET
    @Path("{plan}/differences")
    @Permits(Role.VIEWER)
    public String differences(@PathParam("plan") String plan, @QueryParam("limit") @DefaultValue("100") String limit) {
        return plans.differences(server, plan, ChangeFilter.limit(limit)).toString();
    }

    /**
     * Makes the plan again, and applies it if that comes to the same; else it is refused, and the new plan takes its place. The
     * work goes on after the answer (202), unless it ended within the {@code wait} seconds (0–60) of the query (200). A plan that
     * was applied or refused, or was made for another configuration, is not applied (409).
     */
    @POST
    @Path("{plan}/apply")
    @Permits(Role.OPERATOR)
    public Response apply(@PathParam("plan") String plan, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        Plan found = plans.plan(server, plan);
        try {
            return new RequestJson(daemons.daemon(server), uri).answer(plans.apply(server, found.id(), wait));
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }

    /** Forgets a plan; one that waits for approval is thereby rejected. One that somebody works on is left (409). */
    @DELETE
    @Path("{plan}")
    @Permits(Role.OPERATOR)
    public void delete(@PathParam("plan") String plan) {
        plans.delete(server, plan);
    }
}
