package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageEventCheck;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link OpenLineageMonitor}s. They need no endpoint: events come over HTTP. Their configuration properties are told by {@link
 * #configurationProperties()} and in docs/connectors/lineage.md.
 */
public final class OpenLineageMonitorProvider implements IntegrationConnectorProvider {

    private static final EventReader READER = new EventReader(EventLimits.STANDARD);

    @Override
    public Set<String> aliases() {
        return Set.of("org.odpi.openmetadata.adapters.connectors.integration.openlineage"
                + ".OpenLineageCataloguerIntegrationProvider");
    }

    @Override
    public String description() {
        return "Catalogues the jobs, runs, data sets and lineage that OpenLineage events tell of.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.LINEAGE);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return LineageProperty.described();
    }

    @Override
    public Optional<LineageEventCheck> lineageEvents() {
        return Optional.of(OpenLineageMonitorProvider::check);
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new OpenLineageMonitor(LineageSettings.of(connection), READER);
    }

    private static void check(String event) {
        try {
            READER.read(event);
        } catch (BadEventException bad) {
            throw new ConnectorException(
                    FailureOrigin.THIRD_PARTY, LineageMessage.BAD_EVENT.with(bad.what(), bad.where()), bad);
        }
    }
}
