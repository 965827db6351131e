package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A landing area to monitor, and what is needed to monitor it. */
final class MonitorFixture {

    static final String ADDRESS = "landing-area";

    private final Path directory;
    private final FakeFilesIntegratorContext context;

    MonitorFixture(Path base) {
        this.directory = base.resolve(ADDRESS);
        this.context = new FakeFilesIntegratorContext(base);
    }

    Path directory() {
        return directory;
    }

    FakeFilesIntegratorContext context() {
        return context;
    }

    Connection connection() {
        return connection(Map.of("watch", false));
    }

    Connection connection(Map<String, Object> properties) {
        return connection(Optional.of(ADDRESS), properties);
    }

    Connection connection(Optional<String> address, Map<String, Object> properties) {
        return new Connection("test", address, properties, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Makes a file with the folders that it needs. */
    Path file(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    RecordingSink refresh(FilesIntegratorConnector connector) {
        return refresh(connector, new RecordingSink());
    }

    RecordingSink refresh(FilesIntegratorConnector connector, RecordingSink sink) {
        connector.initialize(context);
        connector.start();
        connector.refresh(sink);
        return sink;
    }

    /** Whether this process has nothing open in the landing area; true where the system does not tell. */
    boolean nothingOpen() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return true;
        }
        try (Stream<Path> descriptors = Files.list(open)) {
            return descriptors.noneMatch(this::leadsToLandingArea);
        }
    }

    private boolean leadsToLandingArea(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(directory);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
