package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider;
import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageReceipt;
import io.openintegration.daemon.spi.LineageReceipt.Outcome;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that a connector of the daemon receives. */
class LineageDoorTest {

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final ConnectorName MONITOR = new ConnectorName("OpenLineage");
    private static final ConnectorName RECEIVER = new ConnectorName("Receiver");

    @TempDir
    Path base;

    private final List<String> events = new ArrayList<>();
    private final Queue<LineageReceipt> receipts = new ConcurrentLinkedQueue<>();
    private DaemonBench bench;

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    @Test
    void goodEventsAreStoredForThoseWhoTakeThemAndBadOnesNamedByTheirPlaces() {
        events.addAll(List.of(SparkEvents.number(1), "{}", SparkEvents.number(2), "no JSON"));

        receive(Integer.MAX_VALUE, PermittedSynchronization.FROM_THIRD_PARTY, MONITOR);

        LineageReceipt receipt = receipts.peek();
        assertThat(receipt.outcome()).isEqualTo(Outcome.STORED);
        assertThat(receipt.refused()).containsOnlyKeys(1, 3);
        assertThat(receipt.refused().get(1).id()).isEqualTo("OPEN-LINEAGE-CONNECTORS-400-001");
        assertThat(waiting(MONITOR)).containsExactly(SparkEvents.number(1), SparkEvents.number(2));
        assertThat(waiting(RECEIVER)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereNobodyTakesEvents() {
        events.add(SparkEvents.number(1));

        receive(Integer.MAX_VALUE, PermittedSynchronization.FROM_THIRD_PARTY);

        assertThat(receipts.peek()).isEqualTo(LineageReceipt.nothing(Outcome.UNCLAIMED));
        assertThat(waiting(RECEIVER)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereTooMuchWaits() {
        events.addAll(List.of(SparkEvents.number(1), SparkEvents.number(2)));

        receive(1, PermittedSynchronization.FROM_THIRD_PARTY, MONITOR);

        assertThat(receipts.peek()).isEqualTo(LineageReceipt.nothing(Outcome.FULL));
        assertThat(waiting(MONITOR)).isEmpty();
    }

    @Test
    void connectorThatMayNotWriteToOpenMetadataHandsNothingOver() {
        events.add(SparkEvents.number(1));

        start(Integer.MAX_VALUE, PermittedSynchronization.TO_THIRD_PARTY, MONITOR);

        ConnectorState failed = bench.await(RECEIVER.value(), ConnectorStatus.FAILED);
        assertThat(failed.failure().orElseThrow().message().id()).isEqualTo("INTEGRATION-DAEMON-SERVICES-403-002");
        assertThat(waiting(MONITOR)).isEmpty();
    }

    private void receive(int most, PermittedSynchronization directions, ConnectorName... others) {
        start(most, directions, others);
        DaemonBench.until(() -> !receipts.isEmpty());
    }

    /** The monitor does not work, so that what comes for it stays. */
    private void start(int most, PermittedSynchronization directions, ConnectorName... others) {
        List<ConnectorConfiguration> connectors = new ArrayList<>();
        connectors.add(connector(RECEIVER, ReceiverProvider.class, directions));
        for (ConnectorName other : others) {
            connectors.add(connector(other, OpenLineageMonitorProvider.class, PermittedSynchronization.OTHER));
        }
        ServerConfiguration configuration = new ServerConfiguration(
                DAEMON,
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("daemonUser"),
                1_000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.LINEAGE,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        connectors)),
                List.of(),
                Optional.empty(),
                List.of());
        bench = new DaemonBench(
                configuration,
                List.of(new ReceiverProvider(), new OpenLineageMonitorProvider()),
                base,
                true,
                Duration.ofSeconds(5),
                2);
        bench.lineage.limit(most);
        for (ConnectorName other : others) {
            bench.targets.keep(DAEMON, other, TargetState.PAUSED);
        }
        bench.daemon().start();
    }

    private List<String> waiting(ConnectorName connector) {
        return bench.lineage.of(DAEMON, connector).waiting(100).stream()
                .map(ReceivedEvent::text)
                .toList();
    }

    private static ConnectorConfiguration connector(
            ConnectorName name,
            Class<? extends IntegrationConnectorProvider> provider,
            PermittedSynchronization directions) {
        return new ConnectorConfiguration(
                Optional.empty(),
                name,
                new UserId("user"),
                new Connection(
                        provider.getName(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Map.of()),
                Optional.empty(),
                HostingPolicy.every(Duration.ofHours(1)),
                false,
                directions,
                List.of());
    }

    private final class ReceiverProvider implements IntegrationConnectorProvider {

        @Override
        public String description() {
            return "Receives what the test says.";
        }

        @Override
        public IntegrationConnector<?> create(Connection connection) {
            return new Receiver();
        }
    }

    private final class Receiver implements LineageIntegratorConnector {

        private volatile LineageIntegratorContext context;

        @Override
        public void initialize(LineageIntegratorContext lineageContext) {
            context = lineageContext;
        }

        @Override
        public void start() {
            // nothing to open
        }

        @Override
        public void refresh(Refresh refresh) {
            receipts.add(context.accept(List.copyOf(events)));
        }

        @Override
        public void disconnect() {
            // nothing to close
        }
    }
}
