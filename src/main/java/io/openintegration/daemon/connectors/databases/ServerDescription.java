package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.CatalogueReader;
import io.openintegration.daemon.connectors.databases.reading.DatabaseEntry;
import io.openintegration.daemon.connectors.databases.reading.Product;
import io.openintegration.daemon.connectors.databases.reading.Schema;
import io.openintegration.daemon.connectors.databases.reading.Session;
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
    private final OpenSessions sessions;
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
        this.sessions = sessions;
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
        Session session = open(place);
        try {
            CatalogueReader reader = place.reader(session);
            Product product = reader.product();
            DatabaseDescriber describer = new DatabaseDescriber(place.address(), names, product);
            if (place.isServer()) {
                List<DatabaseEntry> databases = reader.databases();
                sessions.close(session);
                describeAll(databases, describer);
            } else {
                describeOne(reader, describer);
            }
        } finally {
            sessions.close(session);
        }
    }

    private void describeOne(CatalogueReader reader, DatabaseDescriber describer) throws SQLException {
        String name = reader.database();
        DatabaseEntry database = new DatabaseEntry(
                name.isBlank() ? place.address().database().orElse("") : name, Optional.empty(), true);
        try (DatabaseHost host = host(describer)) {
            describe(database, reader, describer, host);
            host.complete();
        }
    }

    private void describeAll(List<DatabaseEntry> databases, DatabaseDescriber describer) throws SQLException {
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

    /** One that cannot be opened is no reason not to look at the next, unless the server is gone. */
    private void visit(DatabaseEntry database, DatabaseDescriber describer, DatabaseHost host) throws SQLException {
        DatabasePlace here = place.of(database.name());
        Session session;
        try {
            session = open(here);
        } catch (ConnectorException failure) {
            if (failure.reason().definition() == DatabaseMessage.UNREACHABLE
                    || failure.reason().definition() == DatabaseMessage.REFRESH_ENDED) {
                throw failure;
            }
            notRead(
                    database,
                    DatabaseMessage.DATABASE_NOT_READ.with(
                            database.name(),
                            context.connectorName(),
                            failure.reason().id()),
                    host);
            return;
        }
        CatalogueReader reader = here.reader(session);
        try {
            describe(database, reader, describer, host);
        } catch (SQLException failure) {
            SqlFailure meaning = SqlFailure.of(failure);
            if (meaning.isOutage() || !reader.isAlive()) {
                throw failure;
            }
            context.auditLog()
                    .log(
                            "refresh",
                            DatabaseMessage.DATABASE_NOT_READ.with(
                                    database.name(), context.connectorName(), meaning.detail()));
        } finally {
            sessions.close(session);
        }
    }

    private void notRead(DatabaseEntry database, Message reason, DatabaseHost host) {
        host.unreadable(names.databaseKey(database.name()), reason);
    }

    private Session open(DatabasePlace where) {
        return sessions.add(where.open(refresh::isCancelled));
    }

    private DatabaseHost host(DatabaseDescriber describer) {
        return context.metadataSource().isPresent()
                ? DatabaseHost.ofMetadataSource(refresh, context.auditLog())
                : DatabaseHost.described(refresh, context.auditLog(), names.serverKey(), describer.server());
    }

    private void describe(
            DatabaseEntry database, CatalogueReader reader, DatabaseDescriber describer, DatabaseHost host)
            throws SQLException {
        try (DescriptionScope scope = host.open(names.databaseKey(database.name()), describer.database(database))) {
            for (Schema schema : reader.schemas()) {
                context.heartbeat();
                if (schema.name().isEmpty()) {
                    describeTables(database.name(), schema, reader, describer, scope);
                } else if (settings.schemas().takes(schema.name().get())) {
                    describe(database.name(), schema, reader, describer, scope);
                }
            }
            scope.complete();
        }
    }

    private void describe(
            String database,
            Schema schema,
            CatalogueReader reader,
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
            describeTables(database, schema, reader, describer, scope);
            scope.complete();
        }
    }

    private void describeTables(
            String database,
            Schema schema,
            CatalogueReader reader,
            DatabaseDescriber describer,
            DescriptionScope around)
            throws SQLException {
        SchemaPlace here = new SchemaPlace(names, database, schema.name());
        try (DescriptionScope scope = around.open(
                names.schemaTypeKey(database, schema.name()), describer.schemaType(database, schema.name()))) {
            SchemaDescription tables =
                    new SchemaDescription(here, settings.tables(), foreignKeys, scope, context.connectorName());
            try {
                if (reader.tables(schema, tables)) {
                    scope.complete();
                } else {
                    tables.restUnreadable(DatabaseMessage.NOT_ALL_SEEN.with(here, context.connectorName()));
                }
            } catch (SQLException failure) {
                SqlFailure meaning = SqlFailure.of(failure);
                if (meaning.isOutage() || !reader.isAlive()) {
                    throw failure;
                }
                tables.restUnreadable(
                        DatabaseMessage.SCHEMA_NOT_READ.with(here, context.connectorName(), meaning.detail()));
            }
        }
    }
}
