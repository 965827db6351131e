package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.EventCheck;
import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageEventCheck;
import io.openintegration.daemon.spi.PropertyReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes connectors that post the events which come to the daemon to an endpoint elsewhere. The connection's endpoint address is its URL,
 * by default with the path {@code /api/v1/lineage}; {@code clearPassword} alone is an API key, with {@code userId} a password. Its
 * configuration properties are told by {@link #configurationProperties()} and in docs/connectors/lineage-publish.md.
 */
public final class OpenLineageHttpPublisherProvider implements IntegrationConnectorProvider {

    @Override
    public Set<String> aliases() {
        return Set.of("org.odpi.openmetadata.adapters.connectors.integration.openlineage"
                + ".APIBasedOpenLineageLogStoreProvider");
    }

    @Override
    public String description() {
        return "Posts the OpenLineage events that come to the daemon to an HTTP endpoint.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.LINEAGE);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return PublishProperty.described();
    }

    @Override
    public Optional<LineageEventCheck> lineageEvents() {
        return Optional.of(new EventCheck());
    }

    /**
     * A publisher that has not begun yet.
     *
     * @throws io.openintegration.daemon.spi.ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-102} where properties are wrong, {@code
     *     -400-103} where the address cannot be used
     */
    @Override
    public IntegrationConnector<?> create(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        JobChoice choice = JobChoice.of(reader);
        HttpEndpoint endpoint = HttpEndpoint.of(connection, reader);
        return new OpenLineagePublisher(choice, context -> new HttpEventSink(endpoint, context));
    }
}
