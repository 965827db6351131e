package io.openintegration.daemon.rest.admin;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.ConnectorEdits;
import io.openintegration.daemon.configuration.documents.ConnectorSections;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.configuration.documents.ServiceEdits;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The sections of integration services and connectors in a configuration document. Their entity tag is that of the
 * document.
 */
@Path("api/v1/servers/{server}/configuration/integration-services/{marker}")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceSectionResource {

    private static final String CONNECTOR = "connectors/{connector}";

    @PathParam("server")
    private String server;

    @PathParam("marker")
    private String marker;

    @Context
    private HttpHeaders headers;

    @Inject
    private DocumentRequests requests;

    /** A service's section. */
    @GET
    @Permits(Role.OPERATOR)
    public Response get() {
        return shown(requests.get(server));
    }

    /** Replaces a service's section, or adds it. */
    @PUT
    @Permits(Role.ADMINISTRATOR)
    public Response put(InputStream body) {
        return shown(requests.change(
                server,
                ServiceEdits.put(ServiceMarker.service(marker), AdminBody.object(body, "the service's section")),
                headers));
    }

    /** Takes a service and its connectors out. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    public Response delete() {
        ConnectorSections.requireService(requests.get(server).content(), marker);
        return DocumentRequests.gone(requests.change(server, ServiceEdits.remove(marker), headers));
    }

    /** A connector's section. */
    @GET
    @Path(CONNECTOR)
    @Permits(Role.OPERATOR)
    public Response getConnector(@PathParam("connector") String connector) {
        return shown(requests.get(server), new ConnectorName(connector));
    }

    /** Replaces a connector's section, or adds it. A connector that is in another service moves to this one. */
    @PUT
    @Path(CONNECTOR)
    @Permits(Role.ADMINISTRATOR)
    public Response putConnector(@PathParam("connector") String connector, InputStream body) {
        ConnectorName name = new ConnectorName(connector);
        return shown(
                requests.change(
                        server,
                        ConnectorEdits.put(marker, name, AdminBody.object(body, "the connector's section")),
                        headers),
                name);
    }

    /** Takes a connector out. */
    @DELETE
    @Path(CONNECTOR)
    @Permits(Role.ADMINISTRATOR)
    public Response deleteConnector(@PathParam("connector") String connector) {
        ConnectorName name = new ConnectorName(connector);
        ConnectorSections.requireConnector(requests.get(server).content(), marker, name);
        return DocumentRequests.gone(requests.change(server, ConnectorEdits.remove(name), headers));
    }

    private Response shown(ServerDocument document) {
        return DocumentRequests.shown(
                SecretMask.masked(ConnectorSections.requireService(document.content(), marker)), document.version());
    }

    private Response shown(ServerDocument document, ConnectorName name) {
        return DocumentRequests.shown(
                SecretMask.masked(ConnectorSections.requireConnector(document.content(), marker, name)),
                document.version());
    }
}
