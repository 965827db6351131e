package io.openintegration.daemon.bench;

import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Catalogues a PostgreSQL or a MariaDB with many tables, and compares that with one bare query of its catalogue and with JDBC's metadata table
 * by table, in the same run. bench/README.md tells how to start it and what came out.
 */
public final class DatabasesBench {

    private static final String PROVIDER =
            "io.openintegration.daemon.connectors.databases.RelationalDatabaseMonitorProvider";
    private static final PrintStream OUT = System.out;

    private final Path home = Path.of("target/bench").toAbsolutePath();

    private DatabasesBench() {}

    /**
     * @param arguments number of tables (2000), columns of each (20), kind of the store's database (h2), kind of the one that is catalogued
     *     (postgres), rounds (1), each with databases of its own
     */
    public static void main(String[] arguments) throws Exception {
        int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        for (int round = 0; round < rounds; round++) {
            new DatabasesBench()
                    .run(
                            tables,
                            columns,
                            arguments.length > 2 ? arguments[2] : "h2",
                            arguments.length > 3 ? arguments[3] : "postgres");
        }
    }

    private void run(int tables, int columns, String store, String kind) throws Exception {
        try (BenchSource source = BenchSource.of(kind);
                BenchDatabase database = BenchDatabase.open(store, home)) {
            source.make(tables, columns);
            try (Cataloguing cataloguing =
                    new Cataloguing(database.dataSource(), monitor(source), StoreDoor.inProcess())) {
                OUT.printf(Locale.ROOT, "%s: %d tables, %d columns each; store on %s%n", kind, tables, columns, store);
                tell("first cataloguing", () -> cataloguing.refresh(RefreshMode.SCHEDULED));
                for (int round = 1; round <= 3; round++) {
                    tell("unchanged refresh " + round, () -> cataloguing.refresh(RefreshMode.SCHEDULED));
                    tell("bare catalogue query " + round, () -> bare(source));
                }
                tell("requested refresh", () -> cataloguing.refresh(RefreshMode.REQUESTED));
                tell("JDBC metadata table by table", () -> tableByTable(source));
            }
        }
    }

    private static void tell(String what, Stopwatch.Work work) throws Exception {
        Stopwatch watch = Stopwatch.time(work);
        OUT.printf(Locale.ROOT, "%-30s %7.2f s (%.2f)%n", what, watch.seconds(), watch.cpuSeconds());
    }

    private static DatabaseIntegratorConnector monitor(BenchSource source) {
        DatabaseIntegratorConnector connector = ServiceLoader.load(IntegrationConnectorProvider.class).stream()
                .filter(found -> found.type().getName().equals(PROVIDER))
                .map(found -> found.get()
                        .create(new io.openintegration.daemon.spi.Connection(
                                PROVIDER,
                                Optional.of(source.url()),
                                Map.of(),
                                Optional.of(source.user()),
                                Optional.of(source.password()),
                                Map.of())))
                .map(DatabaseIntegratorConnector.class::cast)
                .findFirst()
                .orElseThrow();
        connector.initialize(new FakeDatabaseIntegratorContext());
        connector.start();
        return connector;
    }

    private static void bare(BenchSource source) throws SQLException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(source.bare())) {
            drain(rows);
        }
    }

    private static void tableByTable(BenchSource source) throws SQLException {
        try (Connection connection = source.open()) {
            DatabaseMetaData metadata = connection.getMetaData();
            String catalog = connection.getCatalog();
            String schema = source.schema().orElse(null);
            List<String> names = new ArrayList<>();
            try (ResultSet tables = metadata.getTables(catalog, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                drain(metadata.getColumns(catalog, schema, name, "%"));
                drain(metadata.getPrimaryKeys(catalog, schema, name));
                drain(metadata.getImportedKeys(catalog, schema, name));
                drain(metadata.getIndexInfo(catalog, schema, name, false, true));
            }
        }
    }

    /** Reads it to its end, as one does who wants to know. */
    private static void drain(ResultSet rows) throws SQLException {
        try (rows) {
            while (rows.next()) {
                rows.getString(3);
                rows.getString(4);
            }
        }
    }
}
