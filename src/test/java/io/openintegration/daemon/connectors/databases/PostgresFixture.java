package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database on the tests' PostgreSQL, and a way there that can be closed. */
final class PostgresFixture implements ReachableDatabase {

    private static final Pattern NAME = Pattern.compile("jdbc:postgresql://[^/]+/([^?]+).*");

    private final PostgresDatabase database = new PostgresDatabase();
    private final TcpProxy proxy = database.proxy();

    String name() {
        Matcher url = NAME.matcher(database.settings().get("db_url"));
        if (!url.matches()) {
            throw new IllegalStateException();
        }
        return url.group(1);
    }

    String namespace() {
        return "postgres://127.0.0.1:" + proxy.port();
    }

    @Override
    public TcpProxy proxy() {
        return proxy;
    }

    @Override
    public Connection connection(Map<String, Object> properties) {
        return connection(name(), properties);
    }

    Connection connection(String databaseName, Map<String, Object> properties) {
        return connectionAt("127.0.0.1:" + proxy.port() + "/" + databaseName, properties);
    }

    /** @param place what follows the scheme in the address */
    Connection connectionAt(String place, Map<String, Object> properties) {
        return DatabaseFixture.connection(
                "jdbc:postgresql://" + place,
                database.settings().get("db_user"),
                database.settings().get("db_password"),
                properties);
    }

    java.sql.Connection open() throws SQLException {
        return database.dataSource().getConnection();
    }

    @Override
    public void execute(String... statements) {
        try (java.sql.Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        database.close();
    }
}
