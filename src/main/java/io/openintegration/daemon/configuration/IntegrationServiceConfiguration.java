package io.openintegration.daemon.configuration;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;
import java.util.Optional;

/**
 * One integration service of a daemon.
 *
 * @param connectors in the order of the document
 */
public record IntegrationServiceConfiguration(
        IntegrationService service, MetadataServerRef metadataServer, List<ConnectorConfiguration> connectors) {

    public IntegrationServiceConfiguration {
        connectors = List.copyOf(connectors);
    }

    Optional<ConnectorConfiguration> find(ConnectorName name) {
        return connectors.stream()
                .filter(connector -> connector.name().equals(name))
                .findFirst();
    }

    IntegrationServiceConfiguration with(List<ConnectorConfiguration> others) {
        return new IntegrationServiceConfiguration(service, metadataServer, others);
    }

    /** Whether both stand for the same service, working with the same metadata server. */
    boolean isSamePlaceAs(IntegrationServiceConfiguration other) {
        return service == other.service && metadataServer.equals(other.metadataServer);
    }
}
