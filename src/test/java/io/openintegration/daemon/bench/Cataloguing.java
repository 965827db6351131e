package io.openintegration.daemon.bench;

import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiChangeLists;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.reconcile.NotedChanges;
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
    private static final ServerName DAEMON = new ServerName("daemon");
    private static final String CONNECTOR = "monitor";

    private final ExecutorService writer = Executors.newCachedThreadPool();
    private final JdbiLedgers ledgers;
    private final JdbiChangeLists changes;
    private final Reconciler reconciler;
    private final Reconciler guarded;
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
        DaemonDatabase database = new DaemonDatabase(empty);
        this.ledgers = new JdbiLedgers(database);
        this.changes = new JdbiChangeLists(database);
        MetadataStore store = door.to(STORE, embedded(empty));
        this.reconciler = reconciler(store, UNGUARDED);
        this.guarded = reconciler(store, ReconcileOptions.standard());
        this.monitor = monitor;
    }

    static void makeTables(DataSource database) {
        new DaemonDatabase(database).migrate();
        embedded(database);
    }

    ReconcileReport refresh(RefreshMode mode) {
        ReconcileReport report = describe(reconciler.begin(mode, origin()));
        if (report.problemCount() > 0) {
            throw new IllegalStateException(report.problems().get(0).toString());
        }
        return report;
    }

    /** With the standard guards; what they hold back is no failure. */
    ReconcileReport refreshGuarded(RefreshMode mode) {
        return describe(guarded.begin(mode, origin()));
    }

    ReconcileReport planGuarded() {
        return plan(guarded);
    }

    ReconcileReport planUnguarded() {
        return plan(reconciler);
    }

    /** As the product makes a plan, its changes kept in the database until the end. */
    private ReconcileReport plan(Reconciler planner) {
        UUID plan = UUID.randomUUID();
        String scratch = "plan " + plan;
        try {
            return describe(planner.plan(
                    RefreshMode.REQUESTED,
                    origin(),
                    ledgers.ledger(DAEMON, scratch, new ServerName(scratch)),
                    NotedChanges.all(changes.list(DAEMON, CONNECTOR, plan))));
        } finally {
            changes.delete(plan);
            ledgers.forget(DAEMON, scratch);
        }
    }

    private ReconcileReport describe(ReconcileRun begun) {
        try (ReconcileRun run = begun) {
            monitor.refresh(new UncancelledRefresh(run));
            return run.finish();
        }
    }

    private static RunOrigin origin() {
        return new RunOrigin(UUID.randomUUID().toString(), Instant.now());
    }

    private Reconciler reconciler(MetadataStore store, ReconcileOptions options) {
        return new Reconciler(
                store,
                ledgers.ledger(DAEMON, CONNECTOR, STORE),
                new Requester(new UserId("bench"), Optional.empty()),
                () -> {},
                options,
                writer);
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
