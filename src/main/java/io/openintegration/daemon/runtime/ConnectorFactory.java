package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.stream.Collectors;

/** Creates connectors from their configuration and makes sure that they fit the integration service. */
final class ConnectorFactory {

    private final ConnectorProviders providers;

    ConnectorFactory(ConnectorProviders providers) {
        this.providers = providers;
    }

    /**
     * @throws ConnectorException where the configuration has mistakes, the provider is not known, or the connector is of
     *     the wrong type ({@code OMIS-…-INTEGRATOR-400-001})
     */
    IntegrationConnector<?> create(ConnectorSlot slot) {
        ConnectorConfiguration configuration = slot.configuration();
        if (!configuration.problems().isEmpty()) {
            String list =
                    configuration.problems().stream().map(Message::toString).collect(Collectors.joining("; "));
            throw wrong(RuntimeMessage.BAD_SECTION.with(
                    slot.name(), configuration.problems().size(), list));
        }
        IntegrationConnector<?> connector = provider(slot).create(configuration.connection());
        if (!slot.service().connectorType().isInstance(connector)) {
            throw wrong(ServiceMessage.wrongTypeFor(slot.service())
                    .with(
                            slot.name(),
                            slot.service().fullName(),
                            slot.service().connectorType().getName()));
        }
        return connector;
    }

    /**
     * Whether the connector gets a thread of its own: its provider says so.
     *
     * @throws ConnectorException where the configuration asks for one that the connector cannot use
     */
    boolean usesBlockingCalls(ConnectorSlot slot) {
        boolean blocking = provider(slot).usesBlockingCalls();
        if (slot.configuration().usesBlockingCalls() && !blocking) {
            throw wrong(RuntimeMessage.NOT_BLOCKING.with(slot.name()));
        }
        return blocking;
    }

    private IntegrationConnectorProvider provider(ConnectorSlot slot) {
        Connection connection = slot.configuration().connection();
        return providers
                .find(connection)
                .orElseThrow(
                        () -> wrong(RuntimeMessage.UNKNOWN_PROVIDER.with(slot.name(), connection.providerClassName())));
    }

    private static ConnectorException wrong(Message reason) {
        return new ConnectorException(FailureOrigin.CONFIGURATION, reason);
    }
}
