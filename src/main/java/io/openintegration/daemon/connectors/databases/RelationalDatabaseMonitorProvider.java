package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.BadAddressException;
import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link RelationalDatabaseMonitor}s. The connection's endpoint address is the JDBC URL of a database, or of a server; account
 * and secret are {@code userId} and {@code clearPassword}. Its configuration properties are told by {@link
 * #configurationProperties()} and in docs/connectors/databases.md; the peer's {@code includeSchemaNames} and the like are accepted
 * for ours.
 */
public final class RelationalDatabaseMonitorProvider implements IntegrationConnectorProvider {

    @Override
    public Set<String> aliases() {
        return Set.of(
                "org.odpi.openmetadata.adapters.connectors.integration.jdbc.JDBCIntegrationConnectorProvider",
                "org.odpi.openmetadata.adapters.connectors.postgres.catalog.PostgresServerIntegrationProvider");
    }

    @Override
    public String description() {
        return "Catalogues a relational database, or all of a server, with schemas, tables, views and columns.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.DATABASE);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return DatabasesProperty.described();
    }

    /**
     * A monitor that has not begun yet.
     *
     * @throws ConnectorException {@code DATABASE-INTEGRATION-CONNECTORS-400-001} without an address, {@code -400-002} where
     *     properties are wrong, {@code -400-003} where the address is none that is let through
     */
    @Override
    public IntegrationConnector<?> create(Connection connection) {
        DatabasesSettings settings = DatabasesSettings.of(connection);
        return new RelationalDatabaseMonitor(address(connection), connection, settings);
    }

    private static DatabaseAddress address(Connection connection) {
        String url = connection
                .endpointAddress()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        new ConnectorException(FailureOrigin.CONFIGURATION, DatabaseMessage.ADDRESS_MISSING.with()));
        try {
            return DatabaseAddress.parse(url);
        } catch (BadAddressException refused) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION, DatabaseMessage.ADDRESS_REFUSED.with(refused.getMessage()));
        }
    }
}
