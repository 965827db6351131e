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
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract once more, with everything real below the connector: embedded store and ledger on a database. */
class DataFilesMonitorOnDatabaseContractTest extends MonitorContract {

    @TempDir
    private Path data;

    private JdbcConnectionPool database;

    @Override
    ConnectorBench<FilesIntegratorContext> newBench(FilesIntegratorContext context) {
        database = JdbcConnectionPool.create(
                "jdbc:h2:async:" + data.resolve("bench") + ";WRITE_DELAY=0", "bench", "bench");
        DaemonDatabase daemonDatabase = new DaemonDatabase(database);
        daemonDatabase.migrate();
        return new ReconcilingBench<>(
                context,
                new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), new SettableClock())
                        .open(new ServerName("store")),
                new JdbiLedgers(daemonDatabase));
    }

    @AfterEach
    void closeDatabase() {
        database.dispose();
    }

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFilesMonitor(connection);
    }
}
