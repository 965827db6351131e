package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.DocumentRevision;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The kept versions of a configuration document, those of a deleted one too. */
@Path("api/v1/servers/{server}/configuration/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {

    @PathParam("server")
    private String server;

    @Inject
    private DocumentRequests requests;

    /** The versions, newest first; {@code version} is the entity tag that the document had. */
    @GET
    @Permits(Role.OPERATOR)
    public String list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("versions");
        requests.documents().revisions(name(), requests.user()).forEach(revision -> list.add(json(revision)));
        return answer.toString();
    }

    /** One version, with masks in the place of its secrets. */
    @GET
    @Path("{version}")
    @Permits(Role.OPERATOR)
    public Response get(@PathParam("version") String id) {
        return DocumentRequests.shown(requests.documents().revision(name(), id));
    }

    /** Makes a version the document again. */
    @POST
    @Path("{version}/restore")
    @Permits(Role.ADMINISTRATOR)
    public Response restore(@PathParam("version") String id, @Context HttpHeaders headers) {
        return DocumentRequests.shown(
                requests.documents().restore(name(), requests.user(), id, EntityTags.precondition(headers)));
    }

    private static ObjectNode json(DocumentRevision revision) {
        ObjectNode json = Json.object()
                .put("id", revision.id())
                .put("keptAt", Json.date(revision.keptAt()))
                .put("version", revision.version().value());
        revision.lastChange().ifPresent(change -> json.put("lastChange", change));
        return json;
    }

    private ServerName name() {
        return new ServerName(server);
    }
}
