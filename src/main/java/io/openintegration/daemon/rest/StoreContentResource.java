package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.PortableContent;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The whole content of a metadata access store: to be kept as a backup, or moved to another database. */
@Path("api/v1/servers/{server}/open-metadata-store")
public class StoreContentResource {

    private static final String LINES = "application/x-ndjson";

    @PathParam("server")
    private String server;

    @Context
    private Request request;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    @Inject
    private AuditLog auditLog;

    /**
     * Exports all that the store holds at one moment, while others go on writing. Lines of JSON; the last one has counts and a
     * checksum: a file without it is not whole.
     */
    @GET
    @Path("export")
    @Permits(Role.ADMINISTRATOR)
    @Produces(LINES)
    public Response export() throws IOException {
        PortableContent content = content();
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // Nobody would fetch, and so remove, the file.
            return Response.ok().type(LINES).build();
        }
        SpooledContent spooled = new SpooledContent();
        try {
            ContentCounts counts;
            try (OutputStream file = spooled.write()) {
                counts = content.exportTo(file);
            }
            auditLog.log(
                    "export",
                    RestMessage.STORE_EXPORTED.with(current.user(), server, counts.elements(), counts.relationships()));
            StreamingOutput body = spooled::sendTo;
            return Response.ok(body, LINES)
                    .header(HttpHeaders.CONTENT_LENGTH, spooled.length())
                    .build();
        } catch (IOException | RuntimeException failed) {
            spooled.close();
            throw failed;
        }
    }

    /**
     * Imports an export into a store that holds no element: all of it, or nothing. GUIDs, versions, users and times stay
     * what they were. Nobody else should write to the store meanwhile.
     */
    @POST
    @Path("import")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({LINES, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    public String takeOver(InputStream body) throws IOException {
        PortableContent content = content();
        try (SpooledContent spooled = new SpooledContent()) {
            spooled.receive(body);
            ContentCounts counts;
            try (InputStream file = spooled.read()) {
                counts = content.importFrom(file);
            }
            auditLog.log(
                    "import",
                    RestMessage.STORE_IMPORTED.with(current.user(), server, counts.elements(), counts.relationships()));
            return json(counts).toString();
        }
    }

    private PortableContent content() {
        return servers.requireStore(new ServerName(server), current.user()).content();
    }

    private static ObjectNode json(ContentCounts counts) {
        return Json.object()
                .put("elements", counts.elements())
                .put("relationships", counts.relationships())
                .put("receipts", counts.receipts());
    }
}
