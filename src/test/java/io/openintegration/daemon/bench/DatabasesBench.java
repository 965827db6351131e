package io.openintegration.daemon.bench;

import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.PostgresDatabase;
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
 * Catalogues a PostgreSQL with many tables, and compares that with one bare query of its catalogue and with JDBC's metadata table
 * by table, in the same run. bench/README.md tells how to start it and what came out.
 */
public final class DatabasesBench {

    private static final String PROVIDER =
            "io.openintegration.daemon.connectors.databases.RelationalDatabaseMonitorProvider";
    private static final PrintStream OUT = System.out;

    private static final String BARE =
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 ORDER BY c.oid, a.attnum";

    private final Path home = Path.of("target/bench").toAbsolutePath();

    private DatabasesBench() {}

    /** @param arguments number of tables, columns of each, kind of the store's database */
    public static void main(String[] arguments) throws Exception {
        int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        new DatabasesBench().run(tables, columns, arguments.length > 2 ? arguments[2] : "h2");
    }

    private void run(int tables, int columns, String store) throws Exception {
        try (PostgresDatabase source = new PostgresDatabase();
                BenchDatabase database = BenchDatabase.open(store, home)) {
            make(source, tables, columns);
            try (Cataloguing cataloguing =
                    new Cataloguing(database.dataSource(), monitor(source), StoreDoor.inProcess())) {
                OUT.printf(Locale.ROOT, "%d tables, %d columns each; store on %s%n", tables, columns, store);
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

    private static void make(PostgresDatabase source, int tables, int columns) throws SQLException {
        try (Connection connection = source.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            int atOnce = 100; // else one transaction would take more locks than the server has room for
            for (int first = 1; first <= tables; first += atOnce) {
                statement.execute("DO $$ BEGIN FOR i IN " + first + ".." + Math.min(tables, first + atOnce - 1)
                        + " LOOP EXECUTE 'CREATE TABLE t' || i || ' (id bigint PRIMARY KEY, before bigint REFERENCES t' ||"
                        + " GREATEST(1, i - 1) || ', ' ||"
                        + " (SELECT string_agg('c' || n || ' varchar(40)', ', ') FROM generate_series(3, " + columns
                        + ") n) || ')'; END LOOP; END $$");
            }
            statement.execute("ANALYZE");
        }
    }

    private static DatabaseIntegratorConnector monitor(PostgresDatabase source) {
        Map<String, String> settings = source.settings();
        DatabaseIntegratorConnector connector = ServiceLoader.load(IntegrationConnectorProvider.class).stream()
                .filter(found -> found.type().getName().equals(PROVIDER))
                .map(found -> found.get()
                        .create(new io.openintegration.daemon.spi.Connection(
                                PROVIDER,
                                Optional.of(settings.get("db_url").replaceFirst("\\?.*", "")),
                                Map.of(),
                                Optional.of(settings.get("db_user")),
                                Optional.of(settings.get("db_password")),
                                Map.of())))
                .map(DatabaseIntegratorConnector.class::cast)
                .findFirst()
                .orElseThrow();
        connector.initialize(new FakeDatabaseIntegratorContext());
        connector.start();
        return connector;
    }

    private static void bare(PostgresDatabase source) throws SQLException {
        try (Connection connection = source.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BARE)) {
            drain(rows);
        }
    }

    private static void tableByTable(PostgresDatabase source) throws SQLException {
        try (Connection connection = source.dataSource().getConnection()) {
            DatabaseMetaData metadata = connection.getMetaData();
            List<String> names = new ArrayList<>();
            try (ResultSet tables = metadata.getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                drain(metadata.getColumns(null, "public", name, "%"));
                drain(metadata.getPrimaryKeys(null, "public", name));
                drain(metadata.getImportedKeys(null, "public", name));
                drain(metadata.getIndexInfo(null, "public", name, false, true));
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
