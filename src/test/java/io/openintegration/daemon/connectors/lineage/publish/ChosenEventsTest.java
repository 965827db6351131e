package io.openintegration.daemon.connectors.lineage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers that are asked for the events of some jobs alone. */
class ChosenEventsTest {

    private static final Map<String, Object> PATTERNS =
            Map.of("excludeJobs", "scratch_*", "includeNamespaces", List.of("demo"));

    private static final String ASKED_FOR = Events.of("demo", "daily", "run-1");
    private static final List<String> ALL =
            List.of(ASKED_FOR, Events.of("demo", "scratch_1", "run-2"), Events.of("other", "daily", "run-3"));

    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();

    @BeforeEach
    void send() {
        context.permit(PermittedSynchronization.TO_THIRD_PARTY);
        context.send(ALL);
    }

    @Test
    void endpointGetsThoseThatAreAskedForAndTheOthersLeaveTheInbox() throws IOException {
        try (LineageEndpoint endpoint = new LineageEndpoint()) {
            publish(new OpenLineageHttpPublisherProvider(), endpoint.address());

            assertThat(endpoint.taken()).containsExactly(ASKED_FOR);
            requireThatTheOthersAreCounted();
        }
    }

    @Test
    void directoryGetsThoseThatAreAskedForAndTheOthersLeaveTheInbox(@TempDir Path directory) throws IOException {
        publish(new OpenLineageFilePublisherProvider(), directory.toString());

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> assertThat(file)
                    .hasContent(ASKED_FOR));
        }
        requireThatTheOthersAreCounted();
    }

    private void publish(IntegrationConnectorProvider provider, String address) {
        LineageIntegratorConnector publisher = (LineageIntegratorConnector) provider.create(new Connection(
                provider.getClass().getName(),
                Optional.of(address),
                PATTERNS,
                Optional.empty(),
                Optional.empty(),
                Map.of()));
        publisher.initialize(context);
        publisher.start();
        publisher.refresh(new RecordingSink());
        publisher.disconnect();
    }

    /** The first at once, and the rest of them at the end. */
    private void requireThatTheOthersAreCounted() {
        assertThat(context.inbox().waiting(9)).isEmpty();
        assertThat(context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0103"))
                .extracting(entry -> entry.message().parameters().get(1))
                .containsExactly("1", "1");
    }
}
