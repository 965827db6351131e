package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

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
