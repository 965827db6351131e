package io.openintegration.daemon.rest;

import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The kinds of connectors that this platform has: those whose providers are registered with it. A caller's text is looked
 * up among their names and never loaded as a class.
 */
@Dependent
public class ConnectorTypes {

    @Inject
    private ConnectorProviders providers;

    List<IntegrationConnectorProvider> all() {
        return providers.all();
    }

    /**
     * The provider of that class name or alias.
     *
     * @throws RejectedRequestException {@code REST-FAMILY-404-001} where there is none
     */
    IntegrationConnectorProvider require(String className) {
        return providers
                .find(className)
                .orElseThrow(() -> new RejectedRequestException(FamilyMessage.NO_SUCH_PROVIDER.with(className)));
    }
}
