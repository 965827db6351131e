package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.configuration.documents.DocumentAdministration;
import io.openintegration.daemon.configuration.documents.DocumentEdit;
import io.openintegration.daemon.configuration.documents.DocumentVersion;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.rest.CurrentRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the resources of our own API ask of documents, in the name of the current request's user. */
@Dependent
public class DocumentRequests {

    @Inject
    private DocumentAdministration documents;

    @Inject
    private CurrentRequest current;

    ServerDocument get(String server) {
        return documents.get(new ServerName(server), current.user());
    }

    DocumentAdministration documents() {
        return documents;
    }

    UserId user() {
        return current.user();
    }

    /** A change of a part of a document, which has to be there. */
    ServerDocument change(String server, DocumentEdit edit, HttpHeaders headers) {
        get(server);
        return documents.change(
                new ServerName(server),
                current.user(),
                edit,
                Precondition.EXISTING.and(EntityTags.precondition(headers)));
    }

    /** The whole document to be shown. */
    static Response shown(ServerDocument document) {
        return shown(SecretMask.masked(document.content()), document.version());
    }

    /** A part of it, without secrets. */
    static Response shown(JsonNode masked, DocumentVersion version) {
        return Response.ok(masked.toString(), MediaType.APPLICATION_JSON)
                .tag(EntityTags.of(version))
                .build();
    }

    /** There is nothing to show any more. */
    static Response gone(ServerDocument document) {
        return Response.noContent().tag(EntityTags.of(document.version())).build();
    }
}
