package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an operator wants a connector to do; kept over restarts of the server. */
@Path("api/v1/servers/{server}/connectors/{connector}/target-state")
@Produces(MediaType.APPLICATION_JSON)
public class TargetStateResource {

    private static final String FIELD = "targetState";

    @PathParam("server")
    private String server;

    @PathParam("connector")
    private String connector;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    /** What an operator wants the connector to do. */
    @GET
    @Permits(Role.VIEWER)
    public String get() {
        return Json.object()
                .put("connector", connector)
                .put(FIELD, daemons.connector(server, connector).target().name())
                .toString();
    }

    /**
     * Changes what the connector is to do from now on: {@code STARTED}, {@code PAUSED} (it stays as it is, but is not
     * refreshed) or {@code STOPPED} (it is disconnected). The work goes on after the answer (202), unless it ended within the
     * {@code wait} seconds (0–60) of the query (200).
     */
    @PUT
    @Permits(Role.OPERATOR)
    public Response put(InputStream body, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        daemons.connector(server, connector);
        TargetState target = target(RequestBody.object(body));
        return new RequestJson(daemons.daemon(server), uri)
                .answer(daemons.setTarget(server, ConnectorSelection.of(new ConnectorName(connector)), target, wait));
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-400-009} where the body is anything else */
    private static TargetState target(ObjectNode body) {
        return Arrays.stream(TargetState.values())
                .filter(target -> body.size() == 1 && body.path(FIELD).asText().equals(target.name()))
                .findFirst()
                .orElseThrow(() -> new RejectedRequestException(
                        RestMessage.NOT_A_TARGET_STATE.with(Arrays.stream(TargetState.values())
                                .map(TargetState::name)
                                .collect(Collectors.joining(", ")))));
    }
}
