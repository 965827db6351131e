package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link OpenLineageKafkaReceiver}s. The connection's endpoint address is that of one or more brokers, {@code host:port}, with
 * commas between them; account and password are {@code userId} and {@code clearPassword}. Its configuration properties are told by {@link
 * #configurationProperties()} and in docs/connectors/lineage-kafka.md; properties of Kafka's own client are refused.
 */
public final class OpenLineageKafkaReceiverProvider implements IntegrationConnectorProvider {

    @Override
    public Set<String> aliases() {
        return Set.of("org.odpi.openmetadata.adapters.connectors.integration.openlineage"
                + ".OpenLineageEventReceiverIntegrationProvider");
    }

    @Override
    public String description() {
        return "Receives OpenLineage events from a topic of Kafka, for the connectors of the daemon that take events in.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.LINEAGE);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return KafkaProperty.described();
    }

    @Override
    public boolean usesBlockingCalls() {
        return true;
    }

    /**
     * A receiver that has not begun yet.
     *
     * @throws io.openintegration.daemon.spi.ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-102} where properties are wrong, {@code
     *     -400-103} where the address cannot be used
     */
    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new OpenLineageKafkaReceiver(KafkaSettings.of(connection));
    }
}
