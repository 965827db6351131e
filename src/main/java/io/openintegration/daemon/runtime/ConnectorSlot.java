package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;

/** A connector's place in its daemon: where it is hosted, and how. It stays the same until the configuration changes. */
public record ConnectorSlot(
        ServerName daemon,
        IntegrationService service,
        MetadataServerRef metadataServer,
        ConnectorConfiguration configuration) {

    public ConnectorName name() {
        return configuration.name();
    }

    /** Whether a life that was begun in this slot can go on in the other one: at the most its schedule differs. */
    boolean servesAs(ConnectorSlot other) {
        return daemon.equals(other.daemon)
                && service == other.service
                && metadataServer.equals(other.metadataServer)
                && configuration.servesAs(other.configuration);
    }
}
