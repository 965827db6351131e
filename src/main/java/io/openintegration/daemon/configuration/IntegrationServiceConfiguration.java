package io.openintegration.daemon.configuration;

import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;

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
}
