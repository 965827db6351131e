package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ServerName;
import java.util.UUID;

/** What a document begins with, as Egeria's commands make it. */
final class NewDocument {

    private static final String VERSION_ID = "V2.0";

    private NewDocument() {}

    static ObjectNode of(ServerName server) {
        return DocumentJson.object()
                .put("class", "OMAGServerConfig")
                .put("versionId", VERSION_ID)
                .put("localServerId", UUID.randomUUID().toString())
                .put("localServerName", server.value());
    }

    /** A copy of a document that somebody sent; it need not say whose it is. */
    static ObjectNode completed(ObjectNode document, ServerName server) {
        ObjectNode copy = document.deepCopy();
        if (!copy.hasNonNull("localServerName")) {
            copy.put("localServerName", server.value());
        }
        return copy;
    }
}
