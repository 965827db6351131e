package io.openintegration.daemon.bench;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A database with many tables, which is catalogued. */
interface BenchSource extends AutoCloseable {

    static BenchSource of(String kind) {
        return kind.equals("mariadb") ? new MariaDb() : new Postgres();
    }

    /** As a document names it: without properties. */
    String url();

    String user();

    String password();

    Connection open() throws SQLException;

    /** Makes tables of so many columns, each with a primary key and a foreign key to the one before. */
    void make(int tables, int columns) throws SQLException;

    /** One query that tells of all columns. */
    String bare();

    /** As JDBC's metadata wants it: where there is none, its database is the catalogue. */
    Optional<String> schema();

    @Override
    void close();

    /** The tests' PostgreSQL. */
    final class Postgres implements BenchSource {

        private final PostgresDatabase database = new PostgresDatabase();

        @Override
        public String url() {
            return database.settings().get("db_url").replaceFirst("\\?.*", "");
        }

        @Override
        public String user() {
            return database.settings().get("db_user");
        }

        @Override
        public String password() {
            return database.settings().get("db_password");
        }

        @Override
        public Connection open() throws SQLException {
            return database.dataSource().getConnection();
        }

        @Override
        public void make(int tables, int columns) throws SQLException {
            try (Connection connection = open();
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

        @Override
        public String bare() {
            return "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 ORDER BY c.oid, a.attnum";
        }

        @Override
        public Optional<String> schema() {
            return Optional.of("public");
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** The tests' MariaDB. */
    final class MariaDb implements BenchSource {

        private static final String DATABASE = "bench";

        MariaDb() {
            TestMariaDb.administer("DROP DATABASE IF EXISTS " + DATABASE, "CREATE DATABASE " + DATABASE);
        }

        @Override
        public String url() {
            return "jdbc:mariadb://127.0.0.1:" + TestMariaDb.port() + "/" + DATABASE;
        }

        @Override
        public String user() {
            return TestMariaDb.ROOT;
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url(), user(), password());
        }

        @Override
        public void make(int tables, int columns) throws SQLException {
            String texts = IntStream.rangeClosed(3, columns)
                    .mapToObj(n -> ", c" + n + " varchar(40)")
                    .collect(Collectors.joining());
            try (Connection connection = open();
                    Statement statement = connection.createStatement()) {
                for (int i = 1; i <= tables; i++) {
                    statement.execute("CREATE TABLE t" + i + " (id bigint PRIMARY KEY, `before` bigint REFERENCES t"
                            + Math.max(1, i - 1) + " (id)" + texts + ")");
                }
            }
        }

        @Override
        public String bare() {
            return "SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns"
                    + " WHERE table_schema = '" + DATABASE + "' ORDER BY table_name, ordinal_position";
        }

        @Override
        public Optional<String> schema() {
            return Optional.empty();
        }

        @Override
        public void close() {
            TestMariaDb.administer("DROP DATABASE " + DATABASE);
        }
    }
}
