package io.openintegration.daemon.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.documents.ConnectorEdits;
import io.openintegration.daemon.configuration.documents.DocumentAdministration;
import io.openintegration.daemon.configuration.documents.DocumentEdit;
import io.openintegration.daemon.configuration.documents.DocumentMessage;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.configuration.documents.ServerDocument;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Changes settings of connectors so that they act at once and survive a restart: they are saved in the configuration document,
 * then applied to these connectors alone. Where the daemon is not started, they act with its next start.
 *
 * <p>All methods throw {@link ConfigurationException}s: those of {@link DocumentAdministration#change}, {@code
 * SERVER-CONFIGURATION-404-003} for a connector that the document does not have, and {@code -409-050} where the change is
 * saved but cannot be applied.
 */
@Dependent
public class ConnectorSettings {

    @Inject
    private DocumentAdministration documents;

    @Inject
    private AuditLog platformLog;

    @EJB
    private ServerRegistry servers;

    /** Changes the configuration properties of these connectors, of all or of none. */
    public SettingsChange properties(
            ServerName server,
            UserId user,
            List<ConnectorName> connectors,
            PropertiesChange change,
            Precondition precondition) {
        DocumentEdit edit = DocumentEdit.all(connectors.stream()
                .map(connector -> ConnectorEdits.properties(connector, change::applyTo))
                .toList());
        return change(server, user, connectors, edit, precondition, (connector, document) -> logOf(server)
                .log(
                        "change",
                        change.clears()
                                ? SettingsMessage.PROPERTIES_CLEARED.with(user, connector, server)
                                : SettingsMessage.PROPERTIES_CHANGED.with(user, connector, server, change.names())));
    }

    /**
     * Changes the address of a connector's endpoint ({@code SERVER-CONFIGURATION-400-059} where there is none). Where the
     * connection holds secrets, which go to the new address from now on, the platform's audit log has a security record.
     */
    public SettingsChange endpoint(
            ServerName server, UserId user, ConnectorName connector, String address, Precondition precondition) {
        try {
            return change(
                    server,
                    user,
                    List.of(connector),
                    ConnectorEdits.endpoint(connector, address),
                    precondition,
                    (changed, document) -> tellOfAddress(document, user, connector, SecretMask.masked(address)));
        } catch (ConfigurationException e) {
            if (e.reason().definition() == DocumentMessage.NO_ENDPOINT) {
                logOf(server).log("change", SettingsMessage.NO_ENDPOINT_TO_CHANGE.with(user, connector, server));
            }
            throw e;
        }
    }

    /** Puts another connection in the place of a connector's. */
    public SettingsChange connection(
            ServerName server, UserId user, ConnectorName connector, ObjectNode connection, Precondition precondition) {
        return change(
                server,
                user,
                List.of(connector),
                ConnectorEdits.connection(connector, connection),
                precondition,
                (changed, document) ->
                        logOf(server).log("change", SettingsMessage.CONNECTION_CHANGED.with(user, connector, server)));
    }

    private void tellOfAddress(ServerDocument document, UserId user, ConnectorName connector, String shown) {
        ServerName server = document.server();
        logOf(server).log("change", SettingsMessage.ENDPOINT_CHANGED.with(user, connector, server, shown));
        if (ConnectorEdits.holdsSecrets(document.content(), connector)) {
            // in the platform's log: what a document says of destinations and severities cannot hide it there
            platformLog.log("change", SettingsMessage.SECRETS_GO_TO_NEW_ADDRESS.with(user, connector, server, shown));
        }
    }

    private SettingsChange change(
            ServerName server,
            UserId user,
            List<ConnectorName> connectors,
            DocumentEdit edit,
            Precondition precondition,
            BiConsumer<ConnectorName, ServerDocument> tell) {
        ServerDocument document = documents.change(server, user, edit, precondition);
        connectors.forEach(connector -> tell.accept(connector, document));
        return new SettingsChange(
                document,
                connectors.stream()
                        .map(connector -> apply(server, user, connector))
                        .toList());
    }

    private ServerApplyReport apply(ServerName server, UserId user, ConnectorName connector) {
        try {
            return servers.applyConnector(server, user, connector);
        } catch (ConfigurationException | ServerUnavailableException e) {
            throw new ConfigurationException(SettingsMessage.SAVED_NOT_APPLIED.with(connector, server, e.getMessage()));
        }
    }

    private AuditLog logOf(ServerName server) {
        return servers.auditLogOf(server).orElse(platformLog);
    }
}
