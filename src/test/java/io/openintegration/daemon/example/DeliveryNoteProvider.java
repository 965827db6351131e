package io.openintegration.daemon.example;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;

/** Makes {@link DeliveryNoteMonitor}s. */
public final class DeliveryNoteProvider implements IntegrationConnectorProvider {

    @Override
    public String description() {
        return "Catalogues the data sets that a delivery note lists.";
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new DeliveryNoteMonitor(connection);
    }
}
