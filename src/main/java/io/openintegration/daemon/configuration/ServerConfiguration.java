package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;
import java.util.Optional;

/**
 * A server's configuration document, read and found to be in order.
 *
 * @param organization empty text where none is given
 * @param serverUser in whose name the server acts where nothing else is said
 * @param maxPageSize largest page that the server returns; 0 means no limit
 * @param integrationServices in the order of the document; empty for a metadata access store
 * @param auditDestinations where audit records go, in the order of the document; empty where it names none
 * @param eventTopic on which a metadata access store publishes its changes; empty where it does not
 * @param warnings what was not understood and therefore left out of account, such as unknown fields
 */
public record ServerConfiguration(
        ServerName name,
        ServerType type,
        String organization,
        UserId serverUser,
        int maxPageSize,
        List<IntegrationServiceConfiguration> integrationServices,
        List<AuditDestinationConfiguration> auditDestinations,
        Optional<String> eventTopic,
        List<Message> warnings) {

    public ServerConfiguration {
        integrationServices = List.copyOf(integrationServices);
        auditDestinations = List.copyOf(auditDestinations);
        warnings = List.copyOf(warnings);
    }

    /**
     * This configuration, with one connector as it is in another configuration of the same server: changed, added (at the
     * end of its service), or left out. Everything else stays as it is here.
     */
    public ServerConfiguration withConnectorOf(ServerConfiguration document, ConnectorName connector) {
        return new ServerConfiguration(
                name,
                type,
                organization,
                serverUser,
                maxPageSize,
                new ConnectorTransfer(connector).between(document.integrationServices, integrationServices),
                auditDestinations,
                eventTopic,
                warnings);
    }
}
