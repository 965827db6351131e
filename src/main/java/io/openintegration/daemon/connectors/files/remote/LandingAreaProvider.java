package io.openintegration.daemon.connectors.files.remote;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes one of the monitors for a landing area on another machine, told from its twin by the scheme of the endpoint's address. */
public abstract class LandingAreaProvider implements IntegrationConnectorProvider {

    private final String scheme;
    private final String description;
    private final MountedTwin twin;
    private final Map<String, String> properties;
    private final Function<Connection, IntegrationConnector<?>> monitor;

    /**
     * @param properties the configuration properties that the twin does not have, or has with another meaning
     * @param monitor makes the connector
     */
    protected LandingAreaProvider(
            String scheme,
            String description,
            IntegrationConnectorProvider twin,
            Map<String, String> properties,
            Function<Connection, IntegrationConnector<?>> monitor) {
        this.scheme = scheme;
        this.description = description;
        this.twin = new MountedTwin(twin);
        this.properties = properties;
        this.monitor = monitor;
    }

    @Override
    public final Set<String> aliases() {
        return twin.names();
    }

    @Override
    public final Set<String> endpointSchemes() {
        return Set.of(scheme);
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.FILES);
    }

    @Override
    public final Map<String, String> configurationProperties() {
        return twin.properties(properties);
    }

    @Override
    public final IntegrationConnector<?> create(Connection connection) {
        return monitor.apply(connection);
    }
}
