package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/landing", "sftp://user:secret@host/landing", "hdfs://node/x", "S3://b"})
    void addressOfAPluginThatIsNotHereIsAConfigurationErrorThatTellsNoSecret(String address) {
        Connection connection = new MonitorFixture(Path.of("")).connection(Optional.of(address), Map.of());

        for (IntegrationConnectorProvider provider :
                List.of(new DataFilesMonitorProvider(), new DataFolderMonitorProvider())) {
            ConnectorException failure =
                    catchThrowableOfType(ConnectorException.class, () -> provider.create(connection));

            assertThat(failure.reason().id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-101");
            assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
            assertThat(failure.getMessage()).hasLineCount(1).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DataFilesMonitor", "DataFolderMonitor"})
    void providersAreFoundByThePeersNames(String monitor) {
        String alias =
                "org.odpi.openmetadata.adapters.connectors.integration.basicfiles." + monitor + "IntegrationProvider";

        assertThat(ServiceLoader.load(IntegrationConnectorProvider.class))
                .filteredOn(provider -> provider.aliases().contains(alias))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.create(new MonitorFixture(Path.of("")).connection()))
                            .isInstanceOf(FilesIntegratorConnector.class);
                    assertThat(provider.getClass().getSimpleName()).isEqualTo(monitor + "Provider");
                    assertThat(provider.usesBlockingCalls()).isFalse();
                });
    }
}
