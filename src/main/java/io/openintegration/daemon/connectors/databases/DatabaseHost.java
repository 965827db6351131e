package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.Refresh;
import java.util.Optional;

/**
 * What the databases hang on: the element of the connector's metadata source, which stands for the server; where there is none, an
 * element that is made for it. In the first case each database is a top scope, in the second one in the server's.
 */
final class DatabaseHost implements AutoCloseable {

    private final Refresh refresh;
    private final AuditLog auditLog;
    private final Optional<DescriptionScope> server;

    private DatabaseHost(Refresh refresh, AuditLog auditLog, Optional<DescriptionScope> server) {
        this.refresh = refresh;
        this.auditLog = auditLog;
        this.server = server;
    }

    static DatabaseHost ofMetadataSource(Refresh refresh, AuditLog auditLog) {
        return new DatabaseHost(refresh, auditLog, Optional.empty());
    }

    static DatabaseHost described(Refresh refresh, AuditLog auditLog, ItemKey key, ItemDescription item) {
        return new DatabaseHost(refresh, auditLog, Optional.of(refresh.open(key, item)));
    }

    DescriptionScope open(ItemKey key, ItemDescription database) {
        return server.map(scope -> scope.open(key, database)).orElseGet(() -> refresh.open(key, database));
    }

    /** A database that could not be read: what is catalogued of it stays as it is. */
    void unreadable(ItemKey key, Message reason) {
        auditLog.log("refresh", reason);
        if (server.isPresent()) {
            server.get().unreadable(key, reason);
        } else {
            refresh.reopen(key).ifPresent(scope -> leaveAsItIs(scope, key, reason));
        }
    }

    /** A scope that was not completed keeps all that is in it, and the other top scopes, too. */
    private static void leaveAsItIs(DescriptionScope scope, ItemKey key, Message reason) {
        try (scope) {
            scope.unreadable(new ItemKey(key + "/#database"), reason);
        }
    }

    /** All databases were mentioned. */
    void complete() {
        server.ifPresent(DescriptionScope::complete);
    }

    @Override
    public void close() {
        server.ifPresent(DescriptionScope::close);
    }
}
