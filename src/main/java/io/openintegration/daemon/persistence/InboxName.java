package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.Sha256;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageNote;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Whose inbox it is, and the hashes that stand for what is in it. */
record InboxName(ServerName daemon, ConnectorName connector) {

    String storedDaemon() {
        return StorableText.escaped(daemon.value());
    }

    String storedConnector() {
        return StorableText.escaped(connector.value());
    }

    UUID hashOf(String event) {
        return hash(event);
    }

    UUID hashOf(LineageNote.Key key) {
        return hash(key.kind(), key.namespace(), key.name());
    }

    UUID hashOfNamespace(String kind, String namespace) {
        return hash(kind, namespace);
    }

    private UUID hash(String... parts) {
        StringBuilder all = new StringBuilder();
        append(all, daemon.value());
        append(all, connector.value());
        for (String part : parts) {
            append(all, part);
        }
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static void append(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part);
    }
}
