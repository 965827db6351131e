package io.openintegration.daemon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of this JVM's tests: started when it is first asked for, on loopback and a free port, prepared as {@code
 * docs/postgresql/database.sql} tells operators to, and stopped with the JVM. It also starts where the tests run as root. Its
 * files and its log are in {@code target/postgres}. With {@code -Dtest.postgres.url} another one is used, which was prepared
 * that way; the URL's user must be allowed to make databases.
 */
public final class TestPostgres {

    private static final Path HOME = Path.of("target/postgres").toAbsolutePath();
    private static final Path PREPARATION = Path.of("docs/postgresql/database.sql");
    private static final String ROLE = "daemon";
    private static final String PASSWORD = "change-me";

    private static Optional<PGSimpleDataSource> administrator = Optional.empty();

    private TestPostgres() {}

    /** With what operators are told to add to it. */
    static String url(String database) {
        return url(database, administrator().getPortNumbers()[0]);
    }

    /** The same, by way of another port. */
    static String url(String database, int port) {
        return "jdbc:postgresql://" + administrator().getServerNames()[0] + ":" + port + "/" + database
                + "?reWriteBatchedInserts=true&tcpKeepAlive=true&connectTimeout=5&socketTimeout=60";
    }

    static TcpProxy proxy() {
        return new TcpProxy(administrator().getServerNames()[0], administrator().getPortNumbers()[0]);
    }

    static String user() {
        return ROLE;
    }

    static String password() {
        return PASSWORD;
    }

    /** A database's connections for the product's own role, which may do nothing outside of that database. */
    static PGSimpleDataSource connections(String database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setURL(url(database));
        connections.setUser(ROLE);
        connections.setPassword(PASSWORD);
        return connections;
    }

    /** Runs statements as the server's administrator. */
    static void administer(String... statements) {
        try (Connection connection = administrator().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized PGSimpleDataSource administrator() {
        if (administrator.isEmpty()) {
            String given = System.getProperty("test.postgres.url", "");
            administrator = Optional.of(given.isEmpty() ? started() : connectionsTo(given));
        }
        return administrator.get();
    }

    private static PGSimpleDataSource started() {
        // where it also looks for what tests left behind that were killed
        System.setProperty("ot.epg.working-dir", HOME.toString());
        try {
            Files.createDirectories(HOME);
            Redirect log = Redirect.appendTo(HOME.resolve("postgres.log").toFile());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setDataDirectory(HOME.resolve(UUID.randomUUID().toString()))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            PGSimpleDataSource made =
                    connectionsTo("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
            prepare(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(PGSimpleDataSource server) throws IOException {
        String script = Files.readString(PREPARATION).replaceAll("(?m)^--.*$", "");
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGSimpleDataSource connectionsTo(String url) {
        PGSimpleDataSource made = new PGSimpleDataSource();
        made.setURL(url);
        return made;
    }
}
