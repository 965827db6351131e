package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Optional;

/**
 * The connectors that a request is about. Empty means "any": with both empty, all connectors of the daemon.
 *
 * @param service only connectors of this integration service
 * @param connector only the connector of this name
 */
public record ConnectorSelection(Optional<IntegrationService> service, Optional<ConnectorName> connector) {

    public static final ConnectorSelection ALL = new ConnectorSelection(Optional.empty(), Optional.empty());

    public static ConnectorSelection of(IntegrationService service) {
        return new ConnectorSelection(Optional.of(service), Optional.empty());
    }

    public static ConnectorSelection of(ConnectorName connector) {
        return new ConnectorSelection(Optional.empty(), Optional.of(connector));
    }
}
