package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connectors of an integration daemon that is started. Work that is asked for goes on after the answer (202), unless it
 * ended within the {@code wait} seconds (0–60) of the query (200).
 */
@Path("api/v1/servers/{server}/connectors")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectorsResource {

    @PathParam("server")
    private String server;

    @Inject
    private DaemonRequests daemons;

    /** All connectors, in the order of the configuration document. */
    @GET
    @Permits(Role.VIEWER)
    public String list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("connectors");
        reports().forEach(report -> list.add(ConnectorJson.of(report)));
        return answer.toString();
    }

    /** One connector. */
    @GET
    @Path("{connector}")
    @Permits(Role.VIEWER)
    public String get(@PathParam("connector") String connector) {
        return ConnectorJson.of(require(connector)).toString();
    }

    /** Refreshes all connectors; those that cannot be refreshed are named with the reason. */
    @POST
    @Path("refresh")
    @Permits(Role.OPERATOR)
    public Response refreshAll(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        return answer(daemons.refresh(daemon(), ConnectorSelection.ALL, wait));
    }

    /** Restarts all connectors. */
    @POST
    @Path("restart")
    @Permits(Role.OPERATOR)
    public Response restartAll(@QueryParam("wait") String wait) {
        Waiting.parse(wait);
        return answer(daemons.restart(daemon(), ConnectorSelection.ALL, wait));
    }

    /** Refreshes a connector. One that has failed, is stopped or works on its own thread cannot be (409). */
    @POST
    @Path("{connector}/refresh")
    @Permits(Role.OPERATOR)
    public Response refresh(@PathParam("connector") String connector, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        require(connector);
        try {
            return answer(daemons.refresh(daemon(), selection(connector), wait));
        } catch (RequestRefusedException refused) {
            return Problem.of(Response.Status.CONFLICT.getStatusCode(), refused.reason());
        }
    }

    /** Restarts a connector. */
    @POST
    @Path("{connector}/restart")
    @Permits(Role.OPERATOR)
    public Response restart(@PathParam("connector") String connector, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        require(connector);
        return answer(daemons.restart(daemon(), selection(connector), wait));
    }

    private static Response answer(RequestReceipt receipt) {
        boolean ended = receipt.done().isDone();
        ObjectNode json = Json.object().put("completed", ended);
        ArrayNode skipped = json.putArray("skipped");
        receipt.skipped().forEach(reason -> skipped.add(ConnectorJson.message(reason)));
        return Response.status(ended ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(json.toString())
                .build();
    }

    private static ConnectorSelection selection(String connector) {
        return ConnectorSelection.of(new ConnectorName(connector));
    }

    private ServerName daemon() {
        return daemons.daemon(server);
    }

    private Stream<ConnectorReport> reports() {
        return daemons.status(server).stream().flatMap(service -> service.connectors().stream());
    }

    private ConnectorReport require(String connector) {
        Optional<ConnectorReport> found = reports()
                .filter(report -> report.slot().name().value().equals(connector))
                .findFirst();
        return found.orElseThrow(
                () -> new RejectedRequestException(FamilyMessage.NO_SUCH_CONNECTOR.with(connector, server)));
    }
}
