package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;

/** A database in the memory of a server of H2, on loopback, and a way there that can be closed. */
final class H2Server implements ReachableDatabase {

    static final String USER = "SA";
    static final String PASSWORD = "hush-hush";

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final Server server;
    private final java.sql.Connection keeper;
    private final TcpProxy proxy;

    H2Server() throws SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        server = Server.createTcpServer("-tcpPort", "0").start();
        keeper = DriverManager.getConnection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", USER, PASSWORD);
        proxy = new TcpProxy("127.0.0.1", server.getPort());
    }

    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + proxy.port() + "/mem:" + name;
    }

    String namespace() {
        return url().substring("jdbc:".length());
    }

    /** As H2 calls it. */
    String database() {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public TcpProxy proxy() {
        return proxy;
    }

    @Override
    public Connection connection(Map<String, Object> properties) {
        return DatabaseFixture.connection(url(), USER, PASSWORD, properties);
    }

    @Override
    public void execute(String... statements) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        proxy.close();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } finally {
            server.stop();
        }
    }
}
