package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands out the connectors of a test. */
public final class ScriptedProvider implements IntegrationConnectorProvider {

    /** The alias of one whose connectors are refreshed. */
    public static final String POLLING = "polling";

    /** The alias of one whose connectors are engaged. */
    public static final String BLOCKING = "blocking";

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
    public Set<String> aliases() {
        return Set.of(blocking ? BLOCKING : POLLING);
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
