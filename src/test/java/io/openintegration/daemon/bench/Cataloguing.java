package io.openintegration.daemon.bench;

import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.reconcile.RemovalGuards;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.UncancelledRefresh;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The product's own way from files to a database: connector, reconciliation, ledger, embedded metadata store. */
final class Cataloguing implements AutoCloseable {

    private static final String PROVIDER = "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider";
    /** As the product does by default, but large removals are not held back. */
    private static final ReconcileOptions UNGUARDED =
            ReconcileOptions.standard().with(Change.Removal.ARCHIVE, RemovalGuards.NONE);

    private static final ServerName STORE = new ServerName("store");

    private final ExecutorService writer = Executors.newCachedThreadPool();
    private final Reconciler reconciler;
    private final IntegrationConnector<?> monitor;
    private final StoreDoor door;

    /**
     * @param empty a database without tables
     * @param door the way to its metadata store
     */
    Cataloguing(DataSource empty, Path files, StoreDoor door) {
        this(empty, monitor(files), door);
    }

    /**
     * @param empty a database without tables
     * @param monitor started
     * @param door the way to its metadata store
     */
    Cataloguing(DataSource empty, IntegrationConnector<?> monitor, StoreDoor door) {
        makeTables(empty);
        this.door = door;
        this.reconciler = new Reconciler(
                door.to(STORE, embedded(empty)),
                new JdbiLedgers(new DaemonDatabase(empty)).ledger(new ServerName("daemon"), "monitor", STORE),
                new Requester(new UserId("bench"), Optional.empty()),
                () -> {},
                UNGUARDED,
                writer);
        this.monitor = monitor;
    }

    static void makeTables(DataSource database) {
        new DaemonDatabase(database).migrate();
        embedded(database);
    }

    ReconcileReport refresh(RefreshMode mode) {
        try (ReconcileRun run =
                reconciler.begin(mode, new RunOrigin(UUID.randomUUID().toString(), Instant.now()))) {
            monitor.refresh(new UncancelledRefresh(run));
            ReconcileReport report = run.finish();
            if (report.problemCount() > 0) {
                throw new IllegalStateException(report.problems().get(0).toString());
            }
            return report;
        }
    }

    /** Ends the watching of the directories. */
    @Override
    public void close() {
        monitor.disconnect();
        writer.shutdown();
        door.close();
    }

    private static BatchStore embedded(DataSource database) {
        return new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC()).open(STORE);
    }

    private static FilesIntegratorConnector monitor(Path files) {
        FilesIntegratorConnector connector = ServiceLoader.load(IntegrationConnectorProvider.class).stream()
                .filter(found -> found.type().getName().equals(PROVIDER))
                .map(found -> found.get()
                        .create(new Connection(
                                PROVIDER,
                                Optional.of(files.toString()),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of())))
                .map(FilesIntegratorConnector.class::cast)
                .findFirst()
                .orElseThrow();
        connector.initialize(new FakeFilesIntegratorContext(files));
        connector.start();
        return connector;
    }
}
