package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;

/** A connector's place in its daemon: what stays the same through all its lives. */
public record ConnectorSlot(
        ServerName daemon,
        IntegrationService service,
        MetadataServerRef metadataServer,
        ConnectorConfiguration configuration) {

    public ConnectorName name() {
        return configuration.name();
    }
}
