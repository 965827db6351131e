package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.DatabaseEntry;
import io.openintegration.daemon.connectors.databases.reading.Schema;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Describes the database that an address names, or all of a server: one scope for each database, schema, and the tables of it. A
 * scope is declared complete only where all of it was read; what goes wrong with one leaves the others alone, unless nothing can be
 * read any more.
 */
final class ServerDescription {

    private final DatabasePlace place;
    private final DatabasesSettings settings;
    private final DatabaseIntegratorContext context;
    private final RefreshSessions sessions;
    private final Refresh refresh;
    private final DatabaseNames names;
    private final ForeignKeys foreignKeys;

    ServerDescription(
            DatabasePlace place,
            DatabasesSettings settings,
            DatabaseIntegratorContext context,
            OpenSessions sessions,
            Refresh refresh) {
        this.place = place;
        this.settings = settings;
        this.context = context;
        this.sessions = new RefreshSessions(sessions, refresh);
        this.refresh = refresh;
        this.names = new DatabaseNames(place.address().namespace());
        this.foreignKeys = new ForeignKeys(names.namespace(), refresh.isFullComparison());
    }

    /** @throws SQLException where the server cannot be read at all */
    void describe() throws SQLException {
        describeWhatIsThere();
        foreignKeys.relations(this::relate);
    }

    private void relate(List<Relations> some) {
        context.heartbeat();
        if (refresh.isCancelled()) {
            throw place.ended();
        }
        refresh.relate(some);
    }

    private void describeWhatIsThere() throws SQLException {
        if (place.isServer()) {
            describeServer();
        } else {
            try (DatabaseReading reading = new DatabaseReading(place, sessions)) {
                describeOne(reading, describer(reading));
            }
        }
    }

    private DatabaseDescriber describer(DatabaseReading reading) throws SQLException {
        return new DatabaseDescriber(place.address(), names, reading.reader().product());
    }

    private void describeServer() throws SQLException {
        DatabaseDescriber describer;
        List<DatabaseEntry> databases;
        try (DatabaseReading reading = new DatabaseReading(place, sessions)) {
            describer = describer(reading);
            databases = reading.reader().databases();
        }
        describeAll(databases, describer);
    }

    private void describeOne(DatabaseReading reading, DatabaseDescriber describer) throws SQLException {
        String name = reading.reader().database();
        DatabaseEntry database = new DatabaseEntry(
                name.isBlank() ? place.address().database().orElse("") : name, Optional.empty(), true);
        try (DatabaseHost host = host(describer)) {
            describe(database, reading, describer, host);
            host.complete();
        }
    }

    private void describeAll(List<DatabaseEntry> databases, DatabaseDescriber describer) {
        try (DatabaseHost host = host(describer)) {
            for (DatabaseEntry database : databases) {
                if (settings.databases().takes(database.name())) {
                    if (database.readable()) {
                        visit(database, describer, host);
                    } else {
                        notRead(
                                database,
                                DatabaseMessage.DATABASE_NOT_PERMITTED.with(database.name(), context.connectorName()),
                                host);
                    }
                }
            }
            host.complete();
        }
    }

    /** One that cannot be opened, or read, is no reason not to look at the next, unless the server is gone. */
    private void visit(DatabaseEntry database, DatabaseDescriber describer, DatabaseHost host) {
        DatabaseReading reading;
        try {
            reading = new DatabaseReading(place.of(database.name()), sessions);
        } catch (ConnectorException failure) {
            mustBeItsOwn(failure);
            notRead(database, notReadBecauseOf(database, failure.reason().id()), host);
            return;
        }
        try (reading) {
            describe(database, reading, describer, host);
        } catch (SQLException failure) {
            reading.goOnAfter(failure);
            context.auditLog()
                    .log(
                            "refresh",
                            notReadBecauseOf(database, SqlFailure.of(failure).detail()));
        }
    }

    private void mustBeItsOwn(ConnectorException failure) {
        if (failure.reason().definition() == DatabaseMessage.UNREACHABLE
                || failure.reason().definition() == DatabaseMessage.REFRESH_ENDED) {
            throw failure;
        }
    }

    private Message notReadBecauseOf(DatabaseEntry database, String reason) {
        return DatabaseMessage.DATABASE_NOT_READ.with(database.name(), context.connectorName(), reason);
    }

    private void notRead(DatabaseEntry database, Message reason, DatabaseHost host) {
        host.unreadable(names.databaseKey(database.name()), reason);
    }

    private DatabaseHost host(DatabaseDescriber describer) {
        return context.metadataSource().isPresent()
                ? DatabaseHost.ofMetadataSource(refresh, context.auditLog())
                : DatabaseHost.described(refresh, context.auditLog(), names.serverKey(), describer.server());
    }

    private void describe(
            DatabaseEntry database, DatabaseReading reading, DatabaseDescriber describer, DatabaseHost host)
            throws SQLException {
        try (DescriptionScope scope = host.open(names.databaseKey(database.name()), describer.database(database))) {
            for (Schema schema : reading.reader().schemas()) {
                context.heartbeat();
                if (schema.name().isEmpty()) {
                    describeTables(database.name(), schema, reading, describer, scope);
                } else if (settings.schemas().takes(schema.name().get())) {
                    describe(database.name(), schema, reading, describer, scope);
                }
            }
            scope.complete();
        }
    }

    private void describe(
            String database,
            Schema schema,
            DatabaseReading reading,
            DatabaseDescriber describer,
            DescriptionScope around)
            throws SQLException {
        String name = schema.name().orElseThrow();
        if (!schema.readable()) {
            around.unreadable(
                    names.schemaKey(database, name),
                    DatabaseMessage.SCHEMA_NOT_PERMITTED.with(
                            DatabaseNames.dotted(database, schema.name()), context.connectorName()));
            return;
        }
        try (DescriptionScope scope =
                around.open(names.schemaKey(database, name), describer.schema(database, schema))) {
            describeTables(database, schema, reading, describer, scope);
            scope.complete();
        }
    }

    private void describeTables(
            String database,
            Schema schema,
            DatabaseReading reading,
            DatabaseDescriber describer,
            DescriptionScope around)
            throws SQLException {
        SchemaPlace here = new SchemaPlace(names, database, schema.name());
        try (DescriptionScope scope = around.open(
                names.schemaTypeKey(database, schema.name()), describer.schemaType(database, schema.name()))) {
            SchemaDescription tables =
                    new SchemaDescription(here, settings.tables(), foreignKeys, scope, context.connectorName());
            try {
                if (reading.reader().tables(schema, tables)) {
                    scope.complete();
                } else {
                    tables.restUnreadable(DatabaseMessage.NOT_ALL_SEEN.with(here, context.connectorName()));
                }
            } catch (SQLException failure) {
                reading.goOnAfter(failure);
                tables.restUnreadable(DatabaseMessage.SCHEMA_NOT_READ.with(
                        here, context.connectorName(), SqlFailure.of(failure).detail()));
            }
        }
    }
}
