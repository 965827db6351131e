package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;

/**
 * An integration service of a daemon and its connectors, in the order of the configuration document.
 */
public record ServiceReport(IntegrationService service, List<ConnectorReport> connectors) {

    public ServiceReport {
        connectors = List.copyOf(connectors);
    }
}
