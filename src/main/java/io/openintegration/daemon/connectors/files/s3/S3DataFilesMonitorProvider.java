package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.connectors.files.DataFilesMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.MountedTwin;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link DataFilesMonitor}s of places in stores of objects. Answers to the names of {@link
 * DataFilesMonitorProvider} where the endpoint's address begins with {@code s3:}.
 */
public final class S3DataFilesMonitorProvider implements IntegrationConnectorProvider {

    private static final MountedTwin TWIN = new MountedTwin(new DataFilesMonitorProvider());

    @Override
    public Set<String> aliases() {
        return TWIN.names();
    }

    @Override
    public Set<String> endpointSchemes() {
        return Set.of("s3");
    }

    @Override
    public String description() {
        return "Catalogues the objects of a bucket, or of a folder in it, one element for each object.";
    }

    @Override
    public Optional<IntegrationService> service() {
        return Optional.of(IntegrationService.FILES);
    }

    @Override
    public Map<String, String> configurationProperties() {
        return TWIN.properties(S3Properties.DESCRIPTIONS);
    }

    @Override
    public IntegrationConnector<?> create(Connection connection) {
        return new DataFilesMonitor(connection, S3Place::new);
    }
}
