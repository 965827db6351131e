package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract once more, with everything real below the connector: embedded store and ledger on a database. */
abstract class MonitorOnDatabaseContract extends MonitorContract {

    @TempDir
    private Path data;

    private TestDatabase database;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @Override
    ConnectorBench<FilesIntegratorContext> newBench(FilesIntegratorContext context) {
        database = newDatabase(data);
        DaemonDatabase daemonDatabase = new DaemonDatabase(database.dataSource());
        daemonDatabase.migrate();
        return new ReconcilingBench<>(
                context,
                new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), new SettableClock())
                        .open(new ServerName("store")),
                new JdbiLedgers(daemonDatabase));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFilesMonitor(connection);
    }
}
