package io.openintegration.daemon.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on the tests' PostgreSQL. It sorts and compares text as people would, not by code, so that what relies on the
 * order of H2 shows.
 */
public final class PostgresDatabase implements TestDatabase {

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
