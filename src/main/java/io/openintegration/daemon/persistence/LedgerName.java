package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What tells ledgers apart. */
record LedgerName(ServerName daemon, String connector, ServerName metadataServer) {

    /** The number of this ledger in the tables; empty where nothing was ever saved in it. */
    Optional<Long> idIn(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT id FROM "daemon".ledger
                        WHERE daemon = :daemon AND connector = :connector AND metadata_server = :metadataServer
                        """)
                .bindMap(values())
                .mapTo(Long.class)
                .findOne();
    }

    /** As {@link #idIn}, making the ledger where there is none. */
    long madeIn(Handle handle) {
        return idIn(handle).orElseGet(() -> make(handle));
    }

    /** By the names that they have in statements. */
    Map<String, String> values() {
        return Map.of(
                "daemon", StorableText.escaped(daemon.value()),
                "connector", StorableText.escaped(connector),
                "metadataServer", StorableText.escaped(metadataServer.value()));
    }

    private long make(Handle handle) {
        return handle.createUpdate(
                        """
                        INSERT INTO "daemon".ledger (daemon, connector, metadata_server)
                        VALUES (:daemon, :connector, :metadataServer)
                        """)
                .bindMap(values())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
