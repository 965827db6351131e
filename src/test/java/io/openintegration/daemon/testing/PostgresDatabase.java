package io.openintegration.daemon.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on the tests' PostgreSQL. It sorts and compares text as people would, not by code, so that what relies on the
 * order of H2 shows.
 */
public final class PostgresDatabase implements SharedDatabase {

    private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');

    public PostgresDatabase() {
        TestPostgres.administer("CREATE DATABASE " + name + " OWNER " + TestPostgres.user()
                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
    }

    @Override
    public DataSource dataSource() {
        return TestPostgres.connections(name);
    }

    /** The settings that take a server to this database. */
    public Map<String, String> settings() {
        return Map.of(
                "db_driver", PGSimpleDataSource.class.getName(),
                "db_url", TestPostgres.url(name),
                "db_user", TestPostgres.user(),
                "db_password", TestPostgres.password());
    }

    /** The same, by way of that port. */
    public Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("db_url", TestPostgres.url(name, port));
        return settings;
    }

    /** A way to this database's server. */
    public TcpProxy proxy() {
        return TestPostgres.proxy();
    }

    @Override
    public List<String> way() {
        return List.of(POSTGRES, TestPostgres.url(name), TestPostgres.user(), TestPostgres.password());
    }

    /** What the server had begun when its client died it may still finish. */
    @Override
    public void awaitAlone() {
        Awaitility.await("the server notices that its client is gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> others() == 0);
    }

    private int others() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Override
    public void restart() {
        TestPostgres.administer(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    @Override
    public void wipe() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP OWNED BY CURRENT_USER");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DataSource absent() {
        return TestPostgres.connections(name + "_absent");
    }

    @Override
    public void close() {
        TestPostgres.administer("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
