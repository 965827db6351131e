package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What both publishers keep of the law for all connectors. */
abstract class PublisherContract extends IntegrationConnectorContract<LineageIntegratorContext> {

    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
    private final PublisherBench bench = new PublisherBench(context, () -> Set.copyOf(published()));

    /** All that the third party has. */
    abstract List<String> published();

    @SuppressWarnings("unchecked") // ours are connectors of the Lineage Integrator
    final IntegrationConnector<LineageIntegratorContext> of(IntegrationConnector<?> connector) {
        return (IntegrationConnector<LineageIntegratorContext>) connector;
    }

    @BeforeEach
    void permit() {
        context.permit(PermittedSynchronization.BOTH_DIRECTIONS);
    }

    @Override
    protected final ConnectorBench<LineageIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected final void makeSource() {
        context.send(List.of(Events.start(1), Events.start(2)));
    }

    @Override
    protected final void changeSource() {
        context.send(List.of(Events.start(3)));
    }

    @Override
    protected final boolean isReleased() {
        return context.threadsEnd();
    }
}
