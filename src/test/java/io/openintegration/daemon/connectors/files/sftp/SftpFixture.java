package io.openintegration.daemon.connectors.files.sftp;

import static org.awaitility.Awaitility.await;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SftpHost;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/** A landing area on another host, and a cable to it that can be looked at and cut. */
final class SftpFixture implements AutoCloseable {

    private final Path directory;
    private final SftpHost host;
    private final TcpProxy proxy;
    private final FakeFilesIntegratorContext context;

    SftpFixture(Path base) throws IOException {
        directory = Files.createDirectory(base.resolve("landing-area"));
        host = new SftpHost(base);
        proxy = new TcpProxy("127.0.0.1", host.port());
        context = new FakeFilesIntegratorContext(base);
    }

    Path directory() {
        return directory;
    }

    SftpHost host() {
        return host;
    }

    TcpProxy proxy() {
        return proxy;
    }

    FakeFilesIntegratorContext context() {
        return context;
    }

    /** Makes a file with the folders that it needs. */
    Path file(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    String server() {
        return "sftp://127.0.0.1:" + proxy.port();
    }

    String url(String path) {
        return server() + "/landing-area" + path;
    }

    Connection connection() {
        return connection(url(""), Map.of());
    }

    Connection connection(String address, Map<String, Object> more) {
        return connection(address, more, Optional.of(SftpHost.PASSWORD), Map.of());
    }

    Connection connection(
            String address, Map<String, Object> more, Optional<String> password, Map<String, String> secured) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hostKeyFingerprint", host.fingerprint());
        properties.putAll(more);
        return new Connection("test", Optional.of(address), properties, Optional.of(SftpHost.USER), password, secured);
    }

    static FilesIntegratorConnector monitor(Connection connection) {
        return new DataFilesMonitor(connection, SftpPlace::new);
    }

    FilesIntegratorConnector started(Connection connection) {
        FilesIntegratorConnector monitor = monitor(connection);
        monitor.initialize(context);
        monitor.start();
        return monitor;
    }

    RecordingSink refresh() {
        return refresh(connection(), new RecordingSink());
    }

    RecordingSink refresh(Connection connection, RecordingSink sink) {
        started(connection).refresh(sink);
        return sink;
    }

    boolean nothingOpen() {
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> proxy.open() == 0);
            return true;
        } catch (ConditionTimeoutException stillOpen) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        host.close();
    }
}
