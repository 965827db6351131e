package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connectors of ours below integration services that they were not made for. */
class WronglyTypedConnectorTest {

    private static final String FILES = "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider";
    private static final String LINEAGE = "io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider";

    private final ConnectorFactory factory =
            new ConnectorFactory(new ConnectorProviders(ServiceLoader.load(IntegrationConnectorProvider.class)));

    @ParameterizedTest
    @CsvSource({
        "FILES, " + LINEAGE + ", OMIS-FILES-INTEGRATOR-400-001, FilesIntegratorConnector",
        "DATABASE, " + FILES + ", OMIS-DATABASE-INTEGRATOR-400-001, DatabaseIntegratorConnector",
        "LINEAGE, " + FILES + ", OMIS-LINEAGE-INTEGRATOR-400-001, LineageIntegratorConnector",
        "CATALOG, " + FILES + ", OMIS-CATALOG-INTEGRATOR-400-001, CatalogIntegratorConnector",
        "ORGANIZATION, " + FILES + ", OMIS-ORGANIZATION-INTEGRATOR-400-001, OrganizationIntegratorConnector",
        "SECURITY, " + FILES + ", OMIS-SECURITY-INTEGRATOR-400-001, SecurityIntegratorConnector",
    })
    void areNotCreatedAndSayWhichTypeTheyShouldBeOf(
            IntegrationService service, String provider, String messageId, String type) {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> factory.create(slot(service, provider)))
                .withMessageStartingWith(messageId + " ")
                .withMessageContainingAll("Misplaced", service.fullName(), "io.openintegration.daemon.spi." + type)
                .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"FILES, " + FILES, "LINEAGE, " + LINEAGE})
    void areCreatedBelowTheirOwn(IntegrationService service, String provider) {
        assertThat(factory.create(slot(service, provider))).isInstanceOf(service.connectorType());
    }

    private static ConnectorSlot slot(IntegrationService service, String provider) {
        return new ConnectorSlot(
                new ServerName("daemon"),
                service,
                new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                new ConnectorConfiguration(
                        Optional.empty(),
                        new ConnectorName("Misplaced"),
                        new UserId("user"),
                        new Connection(
                                provider, Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Map.of()),
                        Optional.empty(),
                        HostingPolicy.every(Duration.ofMinutes(10)),
                        false,
                        PermittedSynchronization.FROM_THIRD_PARTY,
                        List.of()));
    }
}
