package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/** What counts as catalogued is what was stored for those who take events in. */
class OpenLineageKafkaReceiverContractTest extends IntegrationConnectorContract<LineageIntegratorContext> {

    private static final Duration BOUND = Duration.ofSeconds(40);

    private final KafkaWorld world = new KafkaWorld();
    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
    private final Map<IntegrationConnector<?>, Engagement> engagements = new HashMap<>();
    private final ConnectorBench<LineageIntegratorContext> bench = new ConnectorBench<>() {

        @Override
        public LineageIntegratorContext context() {
            return context;
        }

        /** An engaged connector is never through: what counts is that it has read all there is, and is in touch with its broker. */
        @Override
        public Outcome refresh(IntegrationConnector<LineageIntegratorContext> connector) {
            Set<String> before = catalogued();
            long answered = KafkaWorld.cable().answered();
            Engagement engaged = engagements.computeIfAbsent(connector, Engagement::new);
            Awaitility.await().atMost(BOUND).until(() -> {
                engaged.requireThatItGoesOn();
                return world.committed(world.group()) == world.end()
                        && KafkaWorld.cable().answered() > answered;
            });
            Set<String> created = new TreeSet<>(catalogued());
            created.removeAll(before);
            return new Outcome(created, Set.of(), Set.of(), Set.of());
        }

        @Override
        public Set<String> catalogued() {
            return context.inbox().waiting(1_000).stream()
                    .map(ReceivedEvent::text)
                    .collect(Collectors.toSet());
        }

        /** An event has no parts. */
        @Override
        public Set<String> elements() {
            return catalogued();
        }
    };

    @AfterEach
    void close() throws IOException {
        engagements.keySet().forEach(IntegrationConnector::disconnect);
        KafkaWorld.cable().acceptAgain();
        world.close();
    }

    @Override
    protected ConnectorBench<LineageIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<LineageIntegratorContext> newConnector() {
        // two instances do not work side by side
        engagements.keySet().forEach(IntegrationConnector::disconnect);
        engagements.values().forEach(Engagement::end);
        return world.receiver();
    }

    @Override
    protected void makeSource() {
        world.produce(List.of(SparkEvents.number(1), SparkEvents.number(2)));
    }

    @Override
    protected void changeSource() {
        world.produce(List.of(SparkEvents.number(3)));
    }

    @Override
    protected void takeSourceAway() throws IOException {
        KafkaWorld.cable().refuse();
    }

    @Override
    protected void bringSourceBack() throws IOException {
        KafkaWorld.cable().acceptAgain();
    }

    @Override
    protected String unavailableMessageId() {
        return "OPEN-LINEAGE-CONNECTORS-503-101";
    }

    @Override
    protected boolean isReleased() {
        engagements.values().forEach(Engagement::end);
        Awaitility.await().atMost(BOUND).until(() -> KafkaWorld.cable().open() == 0);
        return true;
    }
}
