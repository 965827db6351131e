package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.ConnectorReport;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An integration daemon in the 6.x paths of Egeria, without a user. Requests that change something return at once, or after
 * the {@code wait} seconds (0–60) of the query.
 */
@Path("servers/{serverName}/open-metadata/integration-daemon")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.CURRENT)
public class CurrentDaemonResource extends IntegrationGroups {

    @PathParam("serverName")
    private String server;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private ReportTexts texts;

    @Inject
    private ConnectorTypes connectorTypes;

    @Inject
    private CurrentRequest current;

    /** The connectors with their status. */
    @GET
    @Path("status")
    @Permits(Role.VIEWER)
    @AnswersWith("IntegrationDaemonStatusResponse")
    public String getIntegrationDaemonStatus() {
        List<ConnectorReport> connectors = daemons.connectors(server);
        return current.ok("IntegrationDaemonStatusResponse")
                .set(
                        "integrationDaemonStatus",
                        CurrentStatusJson.status(connectors, texts.current().of(new ServerName(server), connectors)))
                .toString();
    }

    /** What the connectors of a provider do and how they are configured. */
    @GET
    @Path("validate-connector/{connectorProviderClassName}")
    @Permits(Role.VIEWER)
    @AnswersWith("ConnectorReportResponse")
    public String validateConnector(@PathParam("connectorProviderClassName") String className) {
        daemons.daemon(server);
        return current.ok("ConnectorReportResponse")
                .set("connectorReport", ConnectorTypeJson.report(connectorTypes.require(className)))
                .toString();
    }

    /** Passes an open lineage event on to the connectors that listen to such events: it is stored for them when this returns. */
    @POST
    @Path("publish-open-lineage-event")
    @BodyTypes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Permits(Role.PRODUCER)
    @AnswersWith("VoidResponse")
    public String publishOpenLineageEvent(InputStream event) {
        if (daemons.operated(server).receiveLineage(LineageEvents.one(event)) == 0) {
            throw new RejectedRequestException(FamilyMessage.NO_LINEAGE_LISTENER.with(server));
        }
        return current.ok("VoidResponse").toString();
    }

    /** Refreshes all connectors, or the one that the body names. */
    @POST
    @Path("integration-connectors/refresh")
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String refreshConnectors(InputStream body, @QueryParam("wait") String wait) {
        daemons.refresh(server, Optional.empty(), body, wait);
        return current.ok("VoidResponse").toString();
    }

    /** Restarts all connectors, or the one that the body names. */
    @POST
    @Path("integration-connectors/restart")
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String restartConnectors(InputStream body, @QueryParam("wait") String wait) {
        daemons.restart(server, Optional.empty(), body, wait);
        return current.ok("VoidResponse").toString();
    }
}
