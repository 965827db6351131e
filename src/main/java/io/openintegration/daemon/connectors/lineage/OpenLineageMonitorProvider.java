package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageEventCheck;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link OpenLineageMonitor}s. They need no endpoint: events come to the daemon. Their configuration properties are told by {@link
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
        return Optional.of(new EventCheck());
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new OpenLineageMonitor(LineageSettings.of(connection), READER);
    }
}
