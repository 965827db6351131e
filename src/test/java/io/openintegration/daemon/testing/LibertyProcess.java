package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * An Open Liberty of a test's own, with the WAR and the configuration that the build made: a process that can be stopped,
 * killed and frozen. It listens on loopback and two free ports, which it keeps from start to start, and so it does its data.
 * Its server's directory is {@code target/liberty/wlp/usr/servers/<name>}, its data are in {@code target/liberty-data/<name>}.
 * The user {@code admin} has the password {@code for-tests-only}. Used by one thread. No process outlives the JVM in order;
 * {@link #close} in any case.
 */
public final class LibertyProcess implements AutoCloseable {

    private static final Path RUNTIME = Path.of("target/liberty/wlp").toAbsolutePath();
    private static final Path WAR = Path.of("target/integration-daemon.war").toAbsolutePath();
    private static final Path CONFIGURATION = Path.of("liberty").toAbsolutePath();
    private static final Duration STOP_BOUND = Duration.ofSeconds(60);

    private final String name;
    private final Path war;
    private final Path home;
    private final Path data;
    private final int port = freePort();
    private final int httpsPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread end = new Thread(this::kill);

    private Process process;

    /** Makes the server, with nothing left of an earlier one of that name. */
    public LibertyProcess(String name) {
        this(name, WAR);
    }

    /** The same with another WAR in place of the one that the build made. */
    public LibertyProcess(String name, Path war) {
        this.name = name;
        this.war = war.toAbsolutePath();
        this.home = RUNTIME.resolve("usr/servers").resolve(name);
        this.data = Path.of("target/liberty-data").resolve(name).toAbsolutePath();
        try {
            FileTrees.remove(home);
            FileTrees.remove(data);
            configure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Starts it, and does not wait.
     *
     * @param settings environment variables as operators set them; they win over those by which this class keeps what it
     *     promises of itself
     */
    public void start(Map<String, String> settings) {
        assertThat(isAlive()).as("%s is not running yet", name).isFalse();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", RUNTIME.resolve("bin/server").toString(), "run", name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(ownSettings());
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is ready, as {@code /health/ready} has it; fails where it ends before, or is not by then. */
    public void awaitReady(Duration bound) {
        Awaitility.await("readiness of " + name + ", see " + log())
                .atMost(bound)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || isReady());
        assertThat(process.isAlive()).as("%s is running, see %s", name, log()).isTrue();
    }

    /** Whether it says at this moment that it is ready; waits two seconds at most. */
    public boolean isReady() {
        HttpRequest ready = HttpRequest.newBuilder(base().resolve("health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet, or does not answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** In order, as by Ctrl-C; fails where it takes longer than a minute. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** As a machine that loses power. Harmless where it is not running, or frozen. */
    public void kill() {
        if (isAlive()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** It keeps its memory, its connections and its locks, but does nothing any more. */
    public void freeze() {
        signal("STOP");
    }

    /** It goes on as if nothing had happened. */
    public void thaw() {
        signal("CONT");
    }

    /** Of the server's JVM: the script that starts it becomes it. Only once it was started. */
    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** Ends in a slash. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What it prints, of all its starts. */
    public Path log() {
        return data.resolveSibling(name + ".log");
    }

    /** Its data directory. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private void configure() throws IOException {
        Files.createDirectories(home);
        Files.createDirectories(data);
        Files.deleteIfExists(log());
        Files.writeString(
                home.resolve("server.xml"),
                "<server><include location=\"" + CONFIGURATION.resolve("server.xml") + "\"/></server>");
        Files.writeString(
                home.resolve("app.xml"),
                Files.readString(CONFIGURATION.resolve("app.xml"))
                        .replace("location=\"integration-daemon.war\"", "location=\"" + war + "\""));
        Files.writeString(
                home.resolve("bootstrap.properties"),
                "build.basedir=" + Path.of("").toAbsolutePath());
        Files.copy(
                CONFIGURATION.resolve("jvm.options"), home.resolve("jvm.options"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> ownSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("JAVA_HOME", System.getProperty("java.home"));
        settings.put("LC_ALL", "C.UTF-8");
        settings.put("keystore_password", "for-tests-only");
        settings.put("HTTP_HOST", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(port));
        settings.put("HTTPS_PORT", String.valueOf(httpsPort));
        settings.put("DAEMON_DATA_DIRECTORY", data.toString());
        settings.put("DAEMON_ADMIN_PASSWORD", "for-tests-only");
        return settings;
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
            assertThat(kill.waitFor()).as("signal %s to %s", signal, name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        process.onExit().orTimeout(STOP_BOUND.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
