package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands out the connectors of a test. */
public final class ScriptedProvider implements IntegrationConnectorProvider {

    private final Function<Connection, ? extends IntegrationConnector<?>> connectors;
    private final boolean blocking;

    public ScriptedProvider(Supplier<? extends IntegrationConnector<?>> connectors, boolean blocking) {
        this(connection -> connectors.get(), blocking);
    }

    public ScriptedProvider(Function<Connection, ? extends IntegrationConnector<?>> connectors, boolean blocking) {
        this.connectors = connectors;
        this.blocking = blocking;
    }

    @Override
    public String description() {
        return "Does what the test says";
    }

    @Override
    public boolean usesBlockingCalls() {
        return blocking;
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return connectors.apply(connection);
    }
}
