package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.EventCheck;
import io.openintegration.daemon.connectors.lineage.choice.ChoiceProperty;
import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageEventCheck;
import io.openintegration.daemon.spi.PropertyReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes connectors that write the events which come to the daemon into files. The connection's endpoint address is their directory, which
 * has to be there; it has no configuration properties.
 */
public final class OpenLineageFilePublisherProvider implements IntegrationConnectorProvider {

    @Override
    public Set<String> aliases() {
        return Set.of("org.odpi.openmetadata.adapters.connectors.integration.openlineage"
                + ".FileBasedOpenLineageLogStoreProvider");
    }

    @Override
    public String description() {
        return "Writes the OpenLineage events that come to the daemon into files, one for each.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.LINEAGE);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return ChoiceProperty.describedWith();
    }

    @Override
    public Optional<LineageEventCheck> lineageEvents() {
        return Optional.of(new EventCheck());
    }

    /**
     * A publisher that has not begun yet.
     *
     * @throws ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-102} where properties are wrong, {@code -400-103} where there is no
     *     address
     */
    @Override
    public IntegrationConnector<?> create(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        JobChoice choice = JobChoice.of(reader);
        reader.requireNoMistakes(RelayMessage.BAD_PROPERTIES);
        String directory = connection
                .endpointAddress()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .orElseThrow(() -> new ConnectorException(
                        FailureOrigin.CONFIGURATION, RelayMessage.BAD_ADDRESS.with("a directory that is there")));
        return new OpenLineagePublisher(choice, context -> new FileEventSink(directory, context));
    }
}
