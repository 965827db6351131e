package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.PlatformSettings;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Status, restart and refresh as the operator's guide spells them ({@code integration-service}) and as Egeria 2.7 to 5.x do
 * ({@code integration-services}, {@code integration-connectors}). Requests that change something return at once, or after
 * the {@code wait} seconds (0–60) of the query; the work shows in the status.
 */
@Path("servers/{serverName}/open-metadata/integration-daemon/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
public class UsersPathDaemonResource extends IntegrationGroups {

    private static final String SERVICE = "{services:integration-services?}/{serviceURLMarker}";

    @PathParam("serverName")
    private String server;

    @PathParam("userId")
    private String user;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private ReportTexts texts;

    @Inject
    private PlatformSettings settings;

    @Inject
    private AuditLog auditLog;

    /** The connectors with their status, by integration service. */
    @GET
    @Path("status")
    @Permits(Role.VIEWER)
    @AnswersWith("IntegrationDaemonStatusResponse")
    public String getIntegrationDaemonStatus() {
        List<ServiceReport> services = daemons.status(server);
        return StatusJson.status(services, texts(services)).toString();
    }

    /** The connectors by integration service, without what the status has beside them. */
    @GET
    @Path("integration-services/summary")
    @Permits(Role.VIEWER)
    @AnswersWith("IntegrationServiceSummaryResponse")
    public String getIntegrationServicesSummaries() {
        List<ServiceReport> services = daemons.status(server);
        return EgeriaAnswer.ok("IntegrationServiceSummaryResponse")
                .set("integrationServiceSummaries", StatusJson.summaries(services, texts(services)))
                .toString();
    }

    private Map<ConnectorName, RawValue> texts(List<ServiceReport> services) {
        return texts.ofGuide().of(new ServerName(server), DaemonRequests.connectors(services));
    }

    /** Refreshes all connectors, or the one that the body names. */
    @POST
    @Path("{all:refresh|integration-connectors/refresh}")
    @Permits(Role.OPERATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @AnswersWith("VoidResponse")
    public String refreshConnectors(InputStream body, @QueryParam("wait") String wait) {
        daemons.refresh(server, Optional.empty(), body, wait);
        return done();
    }

    /** Restarts all connectors, or the one that the body names. */
    @POST
    @Path("{all:restart|integration-connectors/restart}")
    @Permits(Role.OPERATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @AnswersWith("VoidResponse")
    public String restartConnectors(InputStream body, @QueryParam("wait") String wait) {
        daemons.restart(server, Optional.empty(), body, wait);
        return done();
    }

    /** Refreshes the connectors of a service, or the one of them that the body names. */
    @POST
    @Path(SERVICE + "/refresh")
    @Permits(Role.OPERATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @AnswersWith("VoidResponse")
    public String refreshService(
            @PathParam("serviceURLMarker") String marker, InputStream body, @QueryParam("wait") String wait) {
        daemons.refresh(server, Optional.of(marker), body, wait);
        return done();
    }

    /** Restarts the connectors of a service, or the one of them that the body names. */
    @POST
    @Path(SERVICE + "/restart")
    @Permits(Role.OPERATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @AnswersWith("VoidResponse")
    public String restartService(
            @PathParam("serviceURLMarker") String marker, InputStream body, @QueryParam("wait") String wait) {
        daemons.restart(server, Optional.of(marker), body, wait);
        return done();
    }

    /** Restarts the connectors of a service by GET, as the guide has it. Deprecated; off where {@code daemon.rest.legacy.get} is false. */
    @GET
    @Path(SERVICE + "/restart")
    @Permits(Role.OPERATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    @AnswersWith("VoidResponse")
    public String restartServiceByGet(
            @PathParam("services") String spelling,
            @PathParam("serviceURLMarker") String marker,
            InputStream body,
            @QueryParam("wait") String wait) {
        if (!settings.legacyGet() || !spelling.equals("integration-service")) {
            throw new RejectedRequestException(RestMessage.LEGACY_GET_OFF.with());
        }
        auditLog.log("restartServiceByGet", RestMessage.LEGACY_GET_USED.with(user, uri.getPath()));
        daemons.restart(server, Optional.of(marker), body, wait);
        return done();
    }

    /** Refused: HEAD must not change anything, though JAX-RS would answer it by GET. */
    @HEAD
    @Path(SERVICE + "/restart")
    @Permits(Role.VIEWER)
    public Response refuseHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.POST)
                .build();
    }

    private static String done() {
        return EgeriaAnswer.ok("VoidResponse").toString();
    }
}
