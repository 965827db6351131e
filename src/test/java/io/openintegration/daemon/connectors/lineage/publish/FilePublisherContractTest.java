package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FilePublisherContractTest extends PublisherContract {

    @TempDir
    Path base;

    @BeforeEach
    void make() throws IOException {
        Files.createDirectory(base.resolve("events"));
    }

    @Override
    List<String> published() {
        try (Stream<Path> all = Files.walk(base)) {
            List<String> texts = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected IntegrationConnector<LineageIntegratorContext> newConnector() {
        return of(new OpenLineageFilePublisherProvider()
                .create(new Connection(
                        OpenLineageFilePublisherProvider.class.getName(),
                        Optional.of(base.resolve("events").toString()),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())));
    }

    @Override
    protected void takeSourceAway() throws IOException {
        Files.move(base.resolve("events"), base.resolve("away"));
    }

    @Override
    protected void bringSourceBack() throws IOException {
        Files.move(base.resolve("away"), base.resolve("events"));
    }

    @Override
    protected String unavailableMessageId() {
        return "OPEN-LINEAGE-CONNECTORS-503-111";
    }
}
