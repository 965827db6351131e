package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import io.openintegration.daemon.connectors.databases.reading.Product;
import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.Optional;

/**
 * Catalogues a relational database, or all of a server: databases, schemas, tables, views, columns. It only reads, and keeps no
 * connection between refreshes.
 *
 * <p>{@link #start} and {@link #refresh} throw {@link ConnectorException} of origin {@code CONFIGURATION} where a network is refused
 * ({@code DATABASE-INTEGRATION-CONNECTORS-400-004}), a driver is missing ({@code -400-005}), the account is not accepted ({@code
 * -401-001}) or lacks a right ({@code -403-001}), or there is no such database ({@code -404-001}); of origin {@code THIRD_PARTY} where
 * the database cannot be reached ({@code -503-001}), does not answer in time ({@code -504-001}) or makes no sense ({@code -502-001}),
 * or the refresh was told to end ({@code -503-002}). What is catalogued then stays as it is.
 */
public final class RelationalDatabaseMonitor implements DatabaseIntegratorConnector {

    private final DatabaseAddress address;
    private final Connection connection;
    private final DatabasesSettings settings;
    private volatile DatabaseIntegratorContext context;
    private volatile OpenSessions sessions;

    RelationalDatabaseMonitor(DatabaseAddress address, Connection connection, DatabasesSettings settings) {
        this.address = address;
        this.connection = connection;
        this.settings = settings;
    }

    @Override
    public void initialize(DatabaseIntegratorContext databaseContext) {
        context = databaseContext;
        sessions = new OpenSessions(databaseContext.connectorName(), databaseContext.auditLog());
    }

    @Override
    public void start() {
        DatabasePlace place = place();
        watched(place, () -> {
            Session session = sessions.add(place.open(() -> false));
            try {
                Product product = place.reader(session).product();
                context.auditLog()
                        .log(
                                "start",
                                DatabaseMessage.MONITORING.with(
                                        context.connectorName(), place.shown(), product.name(), product.version()));
                return product;
            } finally {
                sessions.close(session);
            }
        });
    }

    @Override
    public void refresh(Refresh refresh) {
        DatabasePlace place = place();
        watched(place, () -> {
            new ServerDescription(place, settings, context, sessions, refresh).describe();
            return place;
        });
    }

    @Override
    public Optional<ConnectionTest> connectionTest() {
        return Optional.of(new DatabaseConnectionTest(place(), settings, context, sessions));
    }

    @Override
    public void disconnect() {
        sessions.tearDown();
        context.auditLog().log("disconnect", DatabaseMessage.STOPPED.with(context.connectorName()));
    }

    private DatabasePlace place() {
        return new DatabasePlace(address, connection, settings, context);
    }

    private void watched(DatabasePlace place, DatabasePlace.Reading<?> reading) {
        InterruptWatch watch = InterruptWatch.begin(context.threads(), sessions);
        try {
            place.read(reading);
        } finally {
            watch.end();
        }
    }
}
