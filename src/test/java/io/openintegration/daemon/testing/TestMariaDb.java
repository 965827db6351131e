package io.openintegration.daemon.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The MariaDB of this JVM's tests: that of this machine, started when it is first asked for, on loopback and a free port, and
 * stopped with the JVM. Its files and its log are in {@code target/mariadb}. With {@code -Dtest.mariadb.home} that of another
 * directory is used, in which the package of a distribution was unpacked: the one that holds {@code sbin/mariadbd}. Where there is
 * none its tests are skipped, unless Maven's profile {@code mariadb} requires it: there they fail.
 */
public final class TestMariaDb {

    public static final String ROOT = "root";

    private static final Path USUAL_HOME = Path.of("/usr");
    private static final Path HOME = Path.of(System.getProperty("test.mariadb.home", USUAL_HOME.toString()))
            .toAbsolutePath();
    private static final Path SERVER = HOME.resolve("sbin/mariadbd");
    private static final Path PREPARATION = HOME.resolve("bin/mariadb-install-db");
    private static final Path FILES = Path.of("target/mariadb").toAbsolutePath();

    private static Optional<Integer> port = Optional.empty();

    private TestMariaDb() {}

    /** Whether its tests are to be run. */
    public static boolean isWanted() {
        return isThere() || Boolean.getBoolean("test.mariadb.required");
    }

    private static boolean isThere() {
        return Files.isExecutable(SERVER) && Files.isExecutable(PREPARATION);
    }

    public static synchronized int port() {
        if (port.isEmpty()) {
            port = Optional.of(started());
        }
        return port.get();
    }

    /** Runs statements as the server's administrator. */
    public static void administer(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port() + "/", ROOT, "");
    }

    private static int started() {
        if (!isThere()) {
            throw new IllegalStateException("There is no MariaDB here (" + SERVER + ", " + PREPARATION
                    + "), which the profile mariadb requires: install Debian's packages mariadb-server-core and mariadb-client, or name what .ci/mariadb"
                    + " prints in -Dtest.mariadb.home");
        }
        Path directory = FILES.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(directory);
            String user = System.getProperty("user.name");
            await(process(
                    directory,
                    PREPARATION,
                    "--no-defaults",
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    "--basedir=" + HOME,
                    "--user=" + user,
                    "--datadir=" + directory));
            int free = freePort();
            Process server = process(
                    directory,
                    SERVER,
                    "--no-defaults",
                    "--basedir=" + HOME,
                    "--user=" + user,
                    "--datadir=" + directory,
                    "--bind-address=127.0.0.1",
                    "--port=" + free,
                    "--socket=" + directory.resolve("s.sock"),
                    "--skip-log-bin");
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            Awaitility.await().atMost(60, TimeUnit.SECONDS).ignoreExceptions().until(() -> {
                DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + free + "/", ROOT, "")
                        .close();
                return true;
            });
            return free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process process(Path directory, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolveSibling("mariadb.log").toFile()));
        if (!HOME.equals(USUAL_HOME)) {
            process.environment().put("LD_LIBRARY_PATH", libraries());
        }
        return process.start();
    }

    /** What was unpacked beside the server, because this machine lacks it. */
    private static String libraries() throws IOException {
        Path all = HOME.resolve("lib");
        if (!Files.isDirectory(all)) {
            return "";
        }
        try (Stream<Path> below = Files.list(all)) {
            return Stream.concat(Stream.of(all), below.filter(Files::isDirectory))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void await(Process process) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("see " + FILES.resolve("mariadb.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
