package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.DestinationEdits;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import jakarta.inject.Inject;
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
import java.util.List;

/** The audit log destinations that a configuration document names, as connections in Egeria's form. */
@Path("api/v1/servers/{server}/configuration/audit-log-destinations")
@Produces(MediaType.APPLICATION_JSON)
public class DestinationsResource {

    private static final String FIELD = "auditLogConnections";

    @PathParam("server")
    private String server;

    @Inject
    private DocumentRequests requests;

    /** The audit log destinations; an empty list means those of the platform. */
    @GET
    @Permits(Role.OPERATOR)
    public Response get() {
        return shown(requests.get(server));
    }

    /** Replaces all audit log destinations. */
    @PUT
    @Permits(Role.ADMINISTRATOR)
    public Response put(InputStream body, @Context HttpHeaders headers) {
        ObjectNode given = AdminBody.object(body, FIELD);
        AdminBody.requireKnown(given, List.of(FIELD));
        ArrayNode connections = AdminBody.objects(given.path(FIELD), "an object with the list " + FIELD);
        return shown(requests.change(server, DestinationEdits.replaceAll(connections), headers));
    }

    private static Response shown(ServerDocument document) {
        ObjectNode answer = Json.object();
        answer.set(FIELD, SecretMask.masked(DestinationEdits.of(document.content())));
        return DocumentRequests.shown(answer, document.version());
    }
}
