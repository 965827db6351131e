package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.DocumentCheck;
import io.openintegration.daemon.configuration.documents.DocumentProblem;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A server's configuration document. Changes act when the server is restarted, or when they are applied ({@code
 * …/apply}). The entity tag stands for the stored document: {@code If-Match} keeps two writers from overwriting each
 * other.
 */
@Path("api/v1/servers/{server}/configuration")
@Produces(MediaType.APPLICATION_JSON)
public class ConfigurationResource {

    @PathParam("server")
    private String server;

    @Inject
    private DocumentRequests requests;

    /** The document, with masks in the place of its secrets. */
    @GET
    @Permits(Role.OPERATOR)
    public Response get(@Context Request request) {
        ServerDocument document = requests.get(server);
        Response.ResponseBuilder known = request.evaluatePreconditions(EntityTags.of(document.version()));
        return known == null ? DocumentRequests.shown(document) : known.build();
    }

    /** Replaces the document, or creates it (201). A mask stands for the secret that is stored at its place. */
    @PUT
    @Permits(Role.ADMINISTRATOR)
    public Response put(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) {
        ObjectNode document = AdminBody.object(body, "the document");
        boolean known = requests.documents().servers().contains(name());
        ServerDocument saved =
                requests.documents().replace(name(), requests.user(), document, EntityTags.precondition(headers));
        Response shown = DocumentRequests.shown(saved);
        return known
                ? shown
                : Response.fromResponse(shown)
                        .status(Response.Status.CREATED)
                        .location(uri.getAbsolutePath())
                        .build();
    }

    /** Deletes the document; its versions stay. A server that is started goes on until it is stopped. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    public Response delete(@Context HttpHeaders headers) {
        requests.documents().delete(name(), requests.user(), EntityTags.precondition(headers));
        return Response.noContent().build();
    }

    /** Everything that is wrong or dubious in the document of the body, or without one in the stored document. */
    @POST
    @Path("validate")
    @Permits(Role.ADMINISTRATOR)
    public String validate(InputStream body) {
        Optional<ObjectNode> given = AdminBody.optionalObject(body);
        ObjectNode document = given.orElseGet(() -> requests.get(server).content());
        DocumentCheck check = requests.documents().check(name(), document);
        ObjectNode answer = Json.object().put("valid", check.mistakes().isEmpty());
        list(answer.putArray("problems"), check.mistakes());
        list(answer.putArray("warnings"), check.warnings());
        return answer.toString();
    }

    private static void list(ArrayNode list, List<Message> messages) {
        messages.forEach(message -> list.addObject()
                .put("id", message.id())
                .put("path", DocumentProblem.path(message))
                .put("message", message.text()));
    }

    private ServerName name() {
        return new ServerName(server);
    }
}
