package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.ConnectorLifeContract;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events come to this connector: it has no third party that could be away. */
class OpenLineageMonitorContractTest extends ConnectorLifeContract<LineageIntegratorContext> {

    private final LineageWorld world = new LineageWorld();
    private final ReconcilingBench<LineageIntegratorContext> bench =
            new ReconcilingBench<>(world.context, world.store, new InMemoryLedgers());

    @Override
    protected ConnectorBench<LineageIntegratorContext> bench() {
        return bench;
    }

    @Override
    @SuppressWarnings("unchecked") // it is a connector of the Lineage Integrator
    protected IntegrationConnector<LineageIntegratorContext> newConnector() {
        return (IntegrationConnector<LineageIntegratorContext>) new OpenLineageMonitorProvider()
                .create(new Connection(
                        OpenLineageMonitorProvider.class.getName(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    @Override
    protected void makeSource() {
        List<String> events = SparkEvents.all();
        world.context.send(events.subList(0, events.size() / 2));
    }

    @Override
    protected void changeSource() {
        world.context.send(SparkEvents.all());
    }

    @Override
    protected boolean isReleased() {
        return world.context.threadsEnd();
    }
}
