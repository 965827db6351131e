package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.util.Map;
import java.util.Optional;

/** What the tests of the monitor have in common. */
final class DatabaseFixture {

    private DatabaseFixture() {}

    static Connection connection(String url, String user, String password, Map<String, Object> properties) {
        return new Connection(
                RelationalDatabaseMonitorProvider.class.getName(),
                Optional.of(url),
                properties,
                Optional.of(user),
                Optional.of(password),
                Map.of());
    }

    static DatabaseIntegratorConnector monitor(Connection connection) {
        return (DatabaseIntegratorConnector) new RelationalDatabaseMonitorProvider().create(connection);
    }

    /** What a new monitor describes in one refresh. */
    static RecordingSink described(Connection connection, FakeDatabaseIntegratorContext context) {
        DatabaseIntegratorConnector monitor = monitor(connection);
        monitor.initialize(context);
        RecordingSink sink = new RecordingSink();
        try {
            monitor.refresh(sink);
        } finally {
            monitor.disconnect();
        }
        return sink;
    }
}
