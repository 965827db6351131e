package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link DataFilesMonitor}s. The connection's endpoint address is the directory. Its configuration
 * properties are told by {@link #configurationProperties()} and in docs/connectors/files.md.
 *
 * <p>The peer's {@code templateQualifiedName}, {@code waitForDirectory} and {@code catalogAllFiles} are accepted and change
 * nothing here.
 */
public final class DataFilesMonitorProvider implements IntegrationConnectorProvider {

    @Override
    public Set<String> aliases() {
        return Set.of(
                "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider");
    }

    @Override
    public String description() {
        return "Catalogues the files of a directory and of all directories in it, one element for each file.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.FILES);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return FilesProperty.ofFiles();
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new DataFilesMonitor(MonitoredDirectory.requireLocal(connection));
    }
}
