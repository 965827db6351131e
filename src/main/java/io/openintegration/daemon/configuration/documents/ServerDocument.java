package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ServerName;

/**
 * A server's configuration document. Holds its secrets: show {@link SecretMask#masked} of it.
 *
 * @param content a copy that the holder may change
 */
public record ServerDocument(ServerName server, ObjectNode content, DocumentVersion version) {

    @Override
    public String toString() {
        return "document of " + server + " in version " + version;
    }
}
