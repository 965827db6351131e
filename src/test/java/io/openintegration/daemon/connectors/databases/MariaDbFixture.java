package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.TcpProxy;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database on the tests' MariaDB with an account that may read it, and a way there that can be closed. */
final class MariaDbFixture implements ReachableDatabase {

    static final String PASSWORD = "hush-hush";

    private final String name = "t_" + UUID.randomUUID().toString().replace('-', '_');
    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final TcpProxy proxy;
    private final List<String> others = new ArrayList<>();

    MariaDbFixture() {
        TestMariaDb.administer(
                "CREATE DATABASE " + name,
                "CREATE USER " + user + "@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT SELECT, SHOW VIEW ON `" + name.replace("_", "\\_") + "`.* TO " + user + "@'%'");
        proxy = new TcpProxy("127.0.0.1", TestMariaDb.port());
    }

    String name() {
        return name;
    }

    /** Another database that the account may read, beside all names of databases; its name begins with that of the first. */
    String makeOther() {
        String other = name + "_" + (others.size() + 1);
        TestMariaDb.administer(
                "CREATE DATABASE " + other,
                "GRANT SELECT, SHOW VIEW ON `" + other.replace("_", "\\_") + "`.* TO " + user + "@'%'",
                "GRANT SHOW DATABASES ON *.* TO " + user + "@'%'");
        others.add(other);
        return other;
    }

    String user() {
        return user;
    }

    String namespace() {
        return "mysql://127.0.0.1:" + proxy.port();
    }

    @Override
    public TcpProxy proxy() {
        return proxy;
    }

    @Override
    public Connection connection(Map<String, Object> properties) {
        return connection(name, properties);
    }

    Connection connection(String database, Map<String, Object> properties) {
        return connectionAt("127.0.0.1:" + proxy.port() + "/" + database, properties);
    }

    /** @param place what follows the scheme in the address */
    Connection connectionAt(String place, Map<String, Object> properties) {
        return DatabaseFixture.connection("jdbc:mysql://" + place, user, PASSWORD, properties);
    }

    /** With the database as the one that is used. */
    @Override
    public void execute(String... statements) {
        String[] all = new String[statements.length + 1];
        all[0] = "USE " + name;
        System.arraycopy(statements, 0, all, 1, statements.length);
        TestMariaDb.administer(all);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        TestMariaDb.administer("DROP DATABASE " + name);
        others.forEach(other -> TestMariaDb.administer("DROP DATABASE " + other));
        TestMariaDb.administer("DROP USER " + user + "@'%'");
    }
}
