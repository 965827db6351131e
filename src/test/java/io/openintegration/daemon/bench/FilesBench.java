package io.openintegration.daemon.bench;

import io.openintegration.daemon.metadata.MetadataStore;
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
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.UncancelledRefresh;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Catalogues a directory of small files on the embedded store, and compares that with a raw batched insert of as many rows
 * and with a bare walk, in the same run.
 */
public final class FilesBench {

    private static final int PER_FOLDER = 1_000;
    private static final PrintStream OUT = System.out;

    private final Path directory;
    private final int files;
    private final JdbcConnectionPool database;
    private final Reconciler reconciler;
    private final FilesIntegratorConnector monitor;

    private FilesBench(Path directory, int files, String extension) throws IOException {
        this.directory = directory;
        this.files = files;
        makeFiles(extension);
        this.database = JdbcConnectionPool.create(
                "jdbc:h2:async:" + directory.resolve("db/bench") + ";WRITE_DELAY=0", "bench", "bench");
        DaemonDatabase daemonDatabase = new DaemonDatabase(database);
        daemonDatabase.migrate();
        ServerName store = new ServerName("store");
        MetadataStore metadata =
                new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC()).open(store);
        this.reconciler = new Reconciler(
                metadata,
                new JdbiLedgers(daemonDatabase).ledger(new ServerName("daemon"), "monitor", store),
                new Requester(new UserId("bench"), Optional.empty()),
                () -> {},
                ReconcileOptions.standard());
        this.monitor = monitor();
    }

    /**
     * @param arguments number of files (20000)
     */
    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        for (String extension : new String[] {"txt", "csv"}) {
            for (String round : new String[] {"cold", "warm"}) {
                Path directory = Files.createTempDirectory("files-bench");
                try {
                    new FilesBench(directory, files, extension).run(extension + " " + round);
                } finally {
                    removeTree(directory);
                }
            }
        }
    }

    private void run(String title) throws Exception {
        double raw = files / rawInsert();
        double first = files / seconds(() -> refresh(RefreshMode.SCHEDULED));
        refresh(RefreshMode.SCHEDULED);
        double unchanged = seconds(() -> refresh(RefreshMode.SCHEDULED));
        double compared = seconds(() -> refresh(RefreshMode.REQUESTED));
        walk();
        double walk = seconds(this::walk);
        OUT.printf(
                "%-9s %7d files: first %6.0f/s, raw insert %6.0f/s, ratio %.2f; unchanged %.2f s, walk %.2f s,"
                        + " ratio %.1f; full comparison %.2f s%n",
                title, files, first, raw, first / raw, unchanged, walk, unchanged / walk, compared);
        database.dispose();
    }

    /** As many rows as cataloguing writes: an element, a relationship and a ledger entry for each file. */
    private double rawInsert() throws Exception {
        try (java.sql.Connection connection = database.getConnection()) {
            for (String table : new String[] {"raw_element", "raw_relationship", "raw_ledger"}) {
                connection
                        .createStatement()
                        .execute("CREATE TABLE " + table
                                + " (id BIGINT PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, content VARCHAR NOT NULL)");
            }
            connection.setAutoCommit(false);
            return seconds(() -> {
                for (int begin = 0; begin < files; begin += 500) {
                    for (String table : new String[] {"raw_element", "raw_relationship", "raw_ledger"}) {
                        insert(connection, table, begin, Math.min(begin + 500, files));
                    }
                    connection.commit();
                }
            });
        }
    }

    private static void insert(java.sql.Connection connection, String table, int begin, int end) throws SQLException {
        String content = "x".repeat(table.equals("raw_element") ? 900 : 200);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
            for (int row = begin; row < end; row++) {
                insert.setLong(1, row);
                insert.setString(2, "/srv/landing-area/folder-" + row / PER_FOLDER + "/file-" + row + ".txt");
                insert.setString(3, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void refresh(RefreshMode mode) {
        ReconcileRun run =
                reconciler.begin(mode, new RunOrigin(UUID.randomUUID().toString(), Instant.EPOCH));
        monitor.refresh(new UncancelledRefresh(run));
        ReconcileReport report = run.finish();
        if (report.problemCount() > 0) {
            throw new IllegalStateException(report.problems().get(0).toString());
        }
    }

    private void walk() throws IOException {
        Files.walkFileTree(directory.resolve("files"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return attributes.size() < 0 ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
    }

    private FilesIntegratorConnector monitor() {
        String provider = "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider";
        FilesIntegratorConnector connector = ServiceLoader.load(IntegrationConnectorProvider.class).stream()
                .filter(found -> found.type().getName().equals(provider))
                .map(found -> found.get()
                        .create(new Connection(
                                provider,
                                Optional.of(directory.resolve("files").toString()),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of())))
                .map(FilesIntegratorConnector.class::cast)
                .findFirst()
                .orElseThrow();
        connector.initialize(new FakeFilesIntegratorContext(directory));
        connector.start();
        return connector;
    }

    private void makeFiles(String extension) throws IOException {
        for (int file = 0; file < files; file++) {
            Path folder = directory.resolve("files/folder-" + file / PER_FOLDER);
            if (file % PER_FOLDER == 0) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    folder.resolve("file-" + file + "." + extension), "patient,strideLength,cadence\nP1,2,3\n");
        }
    }

    private static void removeTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
