package io.openintegration.daemon.persistence;

import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the last successful refresh of each connector by going from connector to connector along the index: a history of
 * millions of runs, which would take a minute to look through, is not read when a daemon starts.
 */
final class LastSuccesses {

    private static final String NEXT_CONNECTOR =
            """
            SELECT connector FROM "daemon".connector_run WHERE daemon = :daemon AND connector > :last
            ORDER BY daemon, connector, begin_time FETCH FIRST ROW ONLY
            """;

    private static final String LAST_SUCCESS =
            """
            SELECT * FROM "daemon".connector_run
            WHERE daemon = :daemon AND connector = :connector
                AND outcome IN ('SUCCEEDED', 'DEGRADED') AND trigger_name NOT IN ('PLAN', 'UNDO')
            ORDER BY daemon DESC, connector DESC, begin_time DESC FETCH FIRST ROW WITH TIES
            """;

    private final Handle handle;
    private final String daemon;

    /** @param daemon its name as it is stored */
    LastSuccesses(Handle handle, String daemon) {
        this.handle = handle;
        this.daemon = daemon;
    }

    Map<ConnectorName, RunReport> find() {
        Map<ConnectorName, RunReport> found = new HashMap<>();
        Optional<String> connector = connectorAfter("");
        while (connector.isPresent()) {
            lastOf(connector.get()).ifPresent(run -> found.put(run.connector(), run));
            connector = connectorAfter(connector.get());
        }
        return found;
    }

    private Optional<String> connectorAfter(String last) {
        return handle.createQuery(NEXT_CONNECTOR)
                .bind("daemon", daemon)
                .bind("last", last)
                .mapTo(String.class)
                .findOne();
    }

    private Optional<RunReport> lastOf(String connector) {
        return handle
                .createQuery(LAST_SUCCESS)
                .bind("daemon", daemon)
                .bind("connector", connector)
                .map((row, context) -> RunRow.read(row))
                .stream()
                .max(Comparator.comparing(run -> run.id().value()));
    }
}
