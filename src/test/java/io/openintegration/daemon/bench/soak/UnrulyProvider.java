package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;

/** Makes {@link UnrulyConnector}s. */
public final class UnrulyProvider implements IntegrationConnectorProvider {

    @Override
    public String description() {
        return "Does whatever a file tells it to, however bad.";
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new UnrulyConnector(connection.endpointAddress().orElseThrow());
    }
}
