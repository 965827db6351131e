package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.RequestReceipt;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The connectors of an integration daemon that is started. Work that is asked for goes on after the answer (202), unless it
 * ended within the {@code wait} seconds (0–60) of the query (200); the header Location tells where to look for its end.
 */
@Path("api/v1/servers/{server}/connectors")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectorsResource {

    @PathParam("server")
    private String server;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private ReportTexts texts;

    /** All connectors, in the order of the configuration document. */
    @GET
    @Permits(Role.VIEWER)
    public String list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("connectors");
        List<ConnectorReport> connectors = daemons.connectors(server);
        Map<ConnectorName, RawValue> all = texts.own().of(new ServerName(server), connectors);
        connectors.forEach(
                connector -> list.addRawValue(all.get(connector.slot().name())));
        return answer.toString();
    }

    /** One connector. */
    @GET
    @Path("{connector}")
    @Permits(Role.VIEWER)
    public String get(@PathParam("connector") String connector) {
        return ConnectorJson.of(daemons.connector(server, connector)).toString();
    }

    /**
     * The refreshes of a connector, the one that began last first.
     *
     * @param limit the most to return, 1 to 1000
     */
    @GET
    @Path("{connector}/runs")
    @Permits(Role.VIEWER)
    public String runs(
            @PathParam("connector") String connector,
            @QueryParam("outcome") String outcome,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        daemons.connector(server, connector);
        return RunJson.list(daemons.runs(server, RunFilter.of(Optional.of(connector), outcome, limit)));
    }

    /** Refreshes all connectors; those that cannot be refreshed are named with the reason. */
    @POST
    @Path("refresh")
    @Permits(Role.OPERATOR)
    public Response refreshAll(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        return answer(daemons.refresh(daemon(), ConnectorSelection.ALL, wait));
    }

    /** Restarts all connectors but those that are stopped on purpose. */
    @POST
    @Path("restart")
    @Permits(Role.OPERATOR)
    public Response restartAll(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        return answer(daemons.restart(daemon(), ConnectorSelection.ALL, wait));
    }

    /** Refreshes a connector. One that has failed, is stopped, paused, or works on its own thread cannot be (409). */
    @POST
    @Path("{connector}/refresh")
    @Permits(Role.OPERATOR)
    public Response refresh(@PathParam("connector") String connector, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        daemons.connector(server, connector);
        return orConflict(() -> daemons.refresh(daemon(), selection(connector), wait));
    }

    /** Restarts a connector; one that is stopped on purpose is to be started from now on. Outside of its dates: 409. */
    @POST
    @Path("{connector}/restart")
    @Permits(Role.OPERATOR)
    public Response restart(@PathParam("connector") String connector, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        daemons.connector(server, connector);
        return orConflict(() -> daemons.restart(daemon(), selection(connector), wait));
    }

    /** The connector is there: if it refuses, that is because of the state that it is in. */
    private Response orConflict(Supplier<RequestReceipt> request) {
        try {
            return answer(request.get());
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }

    private Response answer(RequestReceipt receipt) {
        return new RequestJson(daemon(), uri).answer(receipt);
    }

    private static ConnectorSelection selection(String connector) {
        return ConnectorSelection.of(new ConnectorName(connector));
    }

    private ServerName daemon() {
        return daemons.daemon(server);
    }
}
