package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.ConnectorEdits;
import io.openintegration.daemon.configuration.documents.ConnectorSections;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorSettings;
import io.openintegration.daemon.platform.PropertiesChange;
import io.openintegration.daemon.platform.SettingsChange;
import io.openintegration.daemon.rest.BodyTypes;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Waiting;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/**
 * Settings of single connectors, changed at once and for good: in the configuration document, and in the daemon, if it is
 * started. Answers tell what became of the connector, after the {@code wait} seconds (0–60) of the query.
 */
@Path("api/v1/servers/{server}/connectors")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    private static final String PROPERTIES = "{connector}/configuration-properties";
    private static final String CONNECTION = "{connector}/connection";

    @PathParam("server")
    private String server;

    @Context
    private HttpHeaders headers;

    @Inject
    private DocumentRequests requests;

    @Inject
    private ConnectorSettings settings;

    /** The configuration properties, with masks in the place of secrets. */
    @GET
    @Path(PROPERTIES)
    @Permits(Role.OPERATOR)
    public Response getProperties(@PathParam("connector") String connector) {
        ServerDocument document = requests.get(server);
        return DocumentRequests.shown(
                ConnectorEdits.shownPropertiesOf(document.content(), new ConnectorName(connector)), document.version());
    }

    /** Replaces all configuration properties. */
    @PUT
    @Path(PROPERTIES)
    @Permits(Role.ADMINISTRATOR)
    public Response putProperties(
            @PathParam("connector") String connector, InputStream body, @QueryParam("wait") String wait) {
        return change(connector, body, wait, PropertiesChange.Manner.REPLACE);
    }

    /** Changes some configuration properties: a JSON merge patch, in which null takes a property out. */
    @PATCH
    @Path(PROPERTIES)
    @BodyTypes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Permits(Role.ADMINISTRATOR)
    public Response patchProperties(
            @PathParam("connector") String connector, InputStream body, @QueryParam("wait") String wait) {
        return change(connector, body, wait, PropertiesChange.Manner.PATCH);
    }

    /** Changes the address of the endpoint: {@code {"address": "…"}}. */
    @PUT
    @Path("{connector}/endpoint")
    @Permits(Role.ADMINISTRATOR)
    public Response putEndpoint(
            @PathParam("connector") String connector, InputStream body, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        ObjectNode given = AdminBody.object(body, "an object with the address");
        AdminBody.requireKnown(given, List.of("address"));
        return answer(
                settings.endpoint(
                        known(),
                        requests.user(),
                        new ConnectorName(connector),
                        AdminBody.text(given, "address"),
                        condition()),
                wait);
    }

    /** The connection, with masks in the place of secrets. */
    @GET
    @Path(CONNECTION)
    @Permits(Role.OPERATOR)
    public Response getConnection(@PathParam("connector") String connector) {
        ServerDocument document = requests.get(server);
        ObjectNode section = ConnectorSections.requireConnector(document.content(), new ConnectorName(connector));
        return DocumentRequests.shown(SecretMask.masked(section).path("connection"), document.version());
    }

    /** Replaces the connection. */
    @PUT
    @Path(CONNECTION)
    @Permits(Role.ADMINISTRATOR)
    public Response putConnection(
            @PathParam("connector") String connector, InputStream body, @QueryParam("wait") String wait) {
        Waiting.parse(wait);
        ObjectNode connection = AdminBody.object(body, "the connection");
        return answer(
                settings.connection(known(), requests.user(), new ConnectorName(connector), connection, condition()),
                wait);
    }

    private Response change(String connector, InputStream body, String wait, PropertiesChange.Manner manner) {
        Waiting.parse(wait);
        ObjectNode given = AdminBody.object(body, "the configuration properties");
        return answer(
                settings.properties(
                        known(),
                        requests.user(),
                        List.of(new ConnectorName(connector)),
                        new PropertiesChange(given, manner),
                        condition()),
                wait);
    }

    /** A server with a document: a setting never creates one. */
    private ServerName known() {
        return requests.get(server).server();
    }

    private Precondition condition() {
        return EntityTags.precondition(headers);
    }

    private static Response answer(SettingsChange change, String wait) {
        return DocumentRequests.shown(
                ApplyJson.of(change.applied().get(0), wait), change.document().version());
    }
}
