package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens the metadata servers that live in one database. The stores control their transactions themselves: they must not
 * be called within a transaction of the container.
 */
public final class EmbeddedMetadataStores {

    private final DataSource dataSource;
    private final TypeCatalogue types;
    private final Clock clock;
    private final OrderedGuids guids = new OrderedGuids();

    public EmbeddedMetadataStores(DataSource dataSource, TypeCatalogue types, Clock clock) {
        this.dataSource = dataSource;
        this.types = types;
        this.clock = clock;
    }

    /**
     * The metadata server of that name; its database schema is made, or brought up to date, first. Opening a server
     * twice gives two stores on the same content, each with events of its own. A store holds no resources: it is closed for
     * those who listen to it.
     *
     * @throws MetadataStoreException UNAVAILABLE, {@code OPEN-METADATA-STORE-500-001}, where the database fails
     */
    public EmbeddedMetadataStore open(ServerName server) {
        SchemaName schema = SchemaName.of(server);
        try {
            FluentConfiguration migration = Flyway.configure(EmbeddedMetadataStores.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(schema.value())
                    .defaultSchema(schema.value())
                    .locations("classpath:db/metadata-store");
            lockBySession(migration);
            migration.load().migrate();
        } catch (FlywayException failure) {
            throw ServerDatabase.failed(server, failure);
        }
        return new EmbeddedMetadataStore(
                new ServerDatabase(
                        Jdbi.create(dataSource).registerArrayType(UUID.class, "uuid"), server, CommitGuard.NONE),
                DatabaseTables.of(schema, types),
                types,
                guids,
                clock,
                new EventFeed());
    }

    /**
     * Of several platforms one migrates, and the others wait for it. By default PostgreSQL keeps that lock in a transaction
     * of its own that does nothing meanwhile, which a limit for idle transactions would end.
     */
    private static void lockBySession(FluentConfiguration migration) {
        migration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
