package io.openintegration.daemon.connectors.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.DaemonBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that come to a whole daemon. */
class LineageInDaemonTest {

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final ConnectorName NAME = new ConnectorName("OpenLineage");

    @TempDir
    Path base;

    private DaemonBench bench;

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    @Test
    @DisplayName(
            "events that come while the connector works are in the catalogue soon after, without waiting for the timer")
    void soon() {
        start(true);
        bench.awaitRefreshes(NAME.value(), 1);

        assertThat(bench.daemon().receiveLineage(SparkEvents.all())).isEqualTo(1);
        bench.pass(Duration.ofSeconds(3));

        DaemonBench.until(() -> bench.store.relationships().stream()
                .anyMatch(link -> link.type().value().equals("DataMapping")));
        assertThat(waiting()).isEmpty();
        assertThat(visible())
                .containsKeys("Job::demo::" + SparkEvents.JOB, "DataSet::file::/data/spark/data/orders.csv");
    }

    @Test
    @DisplayName("events that come without a pause are in the catalogue after some seconds all the same")
    void withoutAPause() {
        start(true);
        bench.awaitRefreshes(NAME.value(), 1);

        for (int second = 0; second < 6; second++) {
            bench.daemon().receiveLineage(List.of(SparkEvents.number(second + 1)));
            bench.pass(Duration.ofSeconds(1));
        }

        DaemonBench.until(() -> visible().keySet().stream().anyMatch(name -> name.startsWith("Job::demo::")));
    }

    @Test
    @DisplayName("events are accepted while the connector cannot work, and taken in when it can")
    void later() {
        start(false);
        bench.await(NAME.value(), ConnectorStatus.INITIALIZE_FAILED);

        assertThat(bench.daemon().receiveLineage(SparkEvents.all())).isEqualTo(1);
        assertThat(waiting()).hasSize(26);

        bench.metadataServers.start();
        bench.daemon().restart(ConnectorSelection.of(NAME), DaemonBench.OPERATOR);
        bench.awaitRefreshes(NAME.value(), 1);
        assertThat(visible()).containsKey("Job::demo::" + SparkEvents.JOB);
        assertThat(waiting()).isEmpty();
    }

    @Test
    @DisplayName("of events of which one is bad none is kept, and the failure says what is wrong")
    void bad() {
        start(true);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> bench.daemon().receiveLineage(List.of(SparkEvents.number(1), "{}")))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-001");
        assertThat(waiting()).isEmpty();
    }

    @Test
    @DisplayName("a connector that is stopped on purpose takes nothing in")
    void stopped() {
        start(true);
        bench.awaitRefreshes(NAME.value(), 1);
        bench.daemon().setTarget(ConnectorSelection.of(NAME), TargetState.STOPPED, DaemonBench.OPERATOR);

        assertThat(bench.daemon().receiveLineage(SparkEvents.all())).isZero();
        assertThat(waiting()).isEmpty();
    }

    private void start(boolean metadataServerStarted) {
        bench = new DaemonBench(
                configuration(),
                List.of(new OpenLineageMonitorProvider()),
                base,
                metadataServerStarted,
                Duration.ofSeconds(5),
                1);
        bench.daemon().start();
    }

    private List<ReceivedEvent> waiting() {
        return bench.lineage.of(DAEMON, NAME).waiting(100);
    }

    private Map<String, Element> visible() {
        return bench.store.elements().stream()
                .filter(element -> !element.isArchived())
                .collect(Collectors.toMap(
                        element -> element.qualifiedName()
                                .map(QualifiedName::value)
                                .orElse(""),
                        element -> element));
    }

    private static ServerConfiguration configuration() {
        ConnectorConfiguration connector = new ConnectorConfiguration(
                Optional.empty(),
                NAME,
                new UserId("user"),
                new Connection(
                        OpenLineageMonitorProvider.class.getName(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.of(new QualifiedName("spark")),
                HostingPolicy.every(Duration.ofHours(1)),
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
        return new ServerConfiguration(
                DAEMON,
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("daemonUser"),
                1_000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.LINEAGE,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        List.of(connector))),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
