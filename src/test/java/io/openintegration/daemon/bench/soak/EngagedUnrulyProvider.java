package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;

/** Makes {@link UnrulyConnector}s that have a thread of their own. */
public final class EngagedUnrulyProvider implements IntegrationConnectorProvider {

    @Override
    public String description() {
        return "Does whatever a file tells it to, however bad, on a thread of its own.";
    }

    @Override
    public boolean usesBlockingCalls() {
        return true;
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new UnrulyConnector(connection.endpointAddress().orElseThrow());
    }
}
