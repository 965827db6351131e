package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.connectors.files.DataFolderMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.MountedTwin;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link DataFolderMonitor}s of directories of other hosts. Answers to the names of {@link
 * DataFolderMonitorProvider} where the endpoint's address begins with {@code sftp:}.
 */
public final class SftpDataFolderMonitorProvider implements IntegrationConnectorProvider {

    private static final MountedTwin TWIN = new MountedTwin(new DataFolderMonitorProvider());

    @Override
    public Set<String> aliases() {
        return TWIN.names();
    }

    @Override
    public Set<String> endpointSchemes() {
        return Set.of("sftp");
    }

    @Override
    public String description() {
        return "Catalogues a directory of another host, read by SFTP, as one data set, with the time of the last change in it.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.FILES);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return TWIN.properties(SftpProperties.DESCRIPTIONS);
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new DataFolderMonitor(connection, SftpPlace::new);
    }
}
