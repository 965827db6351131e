package io.openintegration.daemon.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.DaemonBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in a whole daemon: the metadata server checks its types, properties and links. */
class DeliveryNoteInDaemonTest {

    private static final String NAME = "DeliveryNote";

    @TempDir
    Path base;

    @Test
    void dataSetsOfTheNoteAreCataloguedAndThoseThatLeaveItAreArchived() throws Exception {
        Path note = Files.writeString(base.resolve("note.txt"), "week-01=The first week\nweek-02=The second week\n");
        DaemonBench bench = new DaemonBench(
                configuration(), List.of(new DeliveryNoteProvider()), base, true, Duration.ofSeconds(5), 1);
        try {
            bench.daemon().start();
            bench.awaitRefreshes(NAME, 1);
            assertThat(visible(bench))
                    .contains("landing::" + note, "landing::" + note + "::week-01", "landing::" + note + "::week-02");

            Files.writeString(note, "week-01=The first week\n");
            bench.clock.advance(Duration.ofHours(1));
            bench.daemon().tick();
            bench.awaitRefreshes(NAME, 2);
            assertThat(visible(bench))
                    .contains("landing::" + note + "::week-01")
                    .doesNotContain("landing::" + note + "::week-02");
        } finally {
            bench.close();
        }
    }

    private static List<String> visible(DaemonBench bench) {
        return bench.store.elements().stream()
                .filter(element -> !element.isArchived())
                .map(Element::qualifiedName)
                .flatMap(Optional::stream)
                .map(QualifiedName::value)
                .toList();
    }

    private static ServerConfiguration configuration() {
        ConnectorConfiguration connector = new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName(NAME),
                new UserId("user"),
                new Connection(
                        DeliveryNoteProvider.class.getName(),
                        Optional.of("note.txt"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.of(new QualifiedName("landing")),
                HostingPolicy.every(Duration.ofHours(1)),
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
        return new ServerConfiguration(
                new ServerName("daemon"),
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("daemonUser"),
                1_000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.FILES,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        List.of(connector))),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
