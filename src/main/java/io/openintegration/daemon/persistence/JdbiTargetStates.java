package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.TargetStates;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What operators want connectors to do, in the daemon's database. Its methods throw {@link DatabaseException}
 * (DAEMON-DATABASE-500-001) where the database fails.
 */
public final class JdbiTargetStates implements TargetStates {

    private final DaemonDatabase database;

    public JdbiTargetStates(DaemonDatabase database) {
        this.database = database;
    }

    @Override
    public Map<ConnectorName, TargetState> of(ServerName daemon) {
        return database.call("readTargetStates", handle -> read(handle, daemon));
    }

    @Override
    public void keep(ServerName daemon, ConnectorName connector, TargetState target) {
        database.inTransaction("keepTargetState", handle -> {
            forget(handle, daemon, connector);
            return target == TargetState.STARTED
                    ? 0
                    : handle.execute(
                            "INSERT INTO \"daemon\".connector_target (daemon, connector, target) VALUES (?, ?, ?)",
                            name(daemon),
                            StorableText.escaped(connector.value()),
                            target.name());
        });
    }

    @Override
    public void retain(ServerName daemon, Set<ConnectorName> connectors) {
        database.inTransaction("retainTargetStates", handle -> {
            Set<ConnectorName> kept = read(handle, daemon).keySet();
            kept.stream()
                    .filter(connector -> !connectors.contains(connector))
                    .forEach(connector -> forget(handle, daemon, connector));
            return kept;
        });
    }

    private static Map<ConnectorName, TargetState> read(Handle handle, ServerName daemon) {
        return handle.select("SELECT connector, target FROM \"daemon\".connector_target WHERE daemon = ?", name(daemon))
                .map((row, context) -> Map.entry(
                        new ConnectorName(StorableText.unescaped(row.getString("connector"))),
                        TargetState.valueOf(row.getString("target"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void forget(Handle handle, ServerName daemon, ConnectorName connector) {
        handle.execute(
                "DELETE FROM \"daemon\".connector_target WHERE daemon = ? AND connector = ?",
                name(daemon),
                StorableText.escaped(connector.value()));
    }

    private static String name(ServerName daemon) {
        return StorableText.escaped(daemon.value());
    }
}
