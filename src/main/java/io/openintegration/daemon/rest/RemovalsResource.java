package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.spi.ConnectorName;
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
import java.util.List;

/** What a connector holds back: items that are gone from the third party and were not removed, lest an outage be taken for it. */
@Path("api/v1/servers/{server}/connectors/{connector}/removals")
@Produces(MediaType.APPLICATION_JSON)
public class RemovalsResource {

    private static final int LARGEST_PAGE = 1_000;

    @PathParam("server")
    private String server;

    @PathParam("connector")
    private String connector;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private Ledgers ledgers;

    /**
     * The items that are held back, ordered by key; what is catalogued in a scope that is held back is not listed one by one.
     *
     * @param text part of an item's key or qualified name, as it is written there
     * @param startFrom items to skip, from 0
     * @param pageSize items to return, 1 to 1000
     */
    @GET
    @Permits(Role.VIEWER)
    public String list(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("startFrom") @DefaultValue("0") String startFrom,
            @QueryParam("pageSize") @DefaultValue("100") String pageSize) {
        Paging paging = new Paging(
                QueryValue.number("startFrom", startFrom, 0, Integer.MAX_VALUE),
                QueryValue.number("pageSize", pageSize, 1, LARGEST_PAGE));
        ConnectorReport report = daemons.connector(server, connector);
        ConnectorSlot slot = report.slot();
        List<LedgerEntry> held = ledgers.ledger(
                        slot.daemon(),
                        slot.name().value(),
                        slot.metadataServer().server())
                .findMissing(text, paging);
        ObjectNode answer = Json.object()
                .put(
                        "heldBack",
                        report.state()
                                .lastSuccess()
                                .map(LastRefresh::report)
                                .map(ReconcileReport::heldBack)
                                .orElse(0))
                .put("startFrom", paging.startFrom())
                .put("pageSize", paging.pageSize());
        ArrayNode list = answer.putArray("removals");
        held.forEach(entry -> list.add(json(entry)));
        return answer.toString();
    }

    /**
     * Refreshes the connector, and removes what earlier refreshes held back as far as it is still missing; the guards hold for
     * everything else. A connector that cannot be refreshed now: 409.
     */
    @POST
    @Path("release")
    @Permits(Role.OPERATOR)
    public Response release(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        daemons.connector(server, connector);
        try {
            return new RequestJson(daemons.daemon(server), uri)
                    .answer(daemons.release(
                            daemons.daemon(server), ConnectorSelection.of(new ConnectorName(connector)), wait));
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }

    private static ObjectNode json(LedgerEntry entry) {
        ObjectNode json = Json.object()
                .put("key", entry.key().value())
                .put("qualifiedName", entry.name().value())
                .put("type", entry.type().value())
                .put("guid", entry.guid().value())
                .put("scope", entry.isScope());
        entry.history().missingSince().ifPresent(time -> json.put("missingSince", Json.date(time)));
        return json.put("cataloguedAt", Json.date(entry.history().cataloguedAt()));
    }
}
