package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.DocumentCheck;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.metadata.ServerName;
import java.util.Optional;

/** A document as it stands in the directory, be it in order or not. */
final class StoredDocument {

    private final ServerName server;
    private final byte[] bytes;
    private final DocumentVersion version;

    StoredDocument(ServerName server, byte[] bytes, DocumentVersion version) {
        this.server = server;
        this.bytes = bytes;
        this.version = version;
    }

    byte[] bytes() {
        return bytes;
    }

    DocumentVersion version() {
        return version;
    }

    /** Its tree; empty where somebody made it unreadable by hand. */
    Optional<ObjectNode> readable() {
        return DocumentJson.parse(bytes);
    }

    /**
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} where it is no JSON object
     */
    ServerDocument read(DocumentReader reader) {
        ObjectNode content = readable().orElseThrow(() -> {
            DocumentCheck check = reader.check(server, DocumentJson.text(bytes));
            return ConfigurationException.of(server, check.mistakes());
        });
        return new ServerDocument(server, content, version);
    }
}
