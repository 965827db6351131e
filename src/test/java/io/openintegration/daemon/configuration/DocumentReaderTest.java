package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.DocumentReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final ServerName SERVER = new ServerName("integration-daemon");

    private final Map<String, String> settings = Map.of("secret", "s3cr3t$1");
    private final DocumentReader reader = DocumentReaders.of(
            new Placeholders(name -> Optional.ofNullable(settings.get(name))),
            new PlatformUrls(List.of("https://localhost:9443", "http://localhost:9080")));

    @Test
    void documentOfTheGuideIsReadWhole() throws IOException {
        ServerConfiguration configuration =
                read(Files.readString(Path.of("server-config/examples/operators-guide/integration-daemon.json")));

        assertThat(configuration.type()).isEqualTo(ServerType.INTEGRATION_DAEMON);
        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.integrationServices())
                .extracting(IntegrationServiceConfiguration::service)
                .containsExactly(IntegrationService.FILES, IntegrationService.DATABASE);
        ConnectorConfiguration oakDene =
                configuration.integrationServices().get(0).connectors().get(0);
        assertThat(oakDene.name().value()).isEqualTo("OakDeneLandingAreaFilesMonitor");
        assertThat(oakDene.user().value()).isEqualTo("exchangeDL01npa");
        assertThat(oakDene.refreshInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(oakDene.permittedSynchronization()).isEqualTo(PermittedSynchronization.FROM_THIRD_PARTY);
        assertThat(oakDene.connection().endpointAddress())
                .contains("data/landing-area/hospitals/oak-dene/clinical-trials/drop-foot");
        assertThat(oakDene.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-config/cocoMDS1.json", "server-config/examples/operators-guide/cocoMDS1.json"})
    void documentOfAStoreIsReadWhole(String file) throws IOException {
        ServerConfiguration configuration = reader.read(new ServerName("cocoMDS1"), Files.readString(Path.of(file)));

        assertThat(configuration.type()).isEqualTo(ServerType.METADATA_ACCESS_STORE);
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void onlyAStoreHasATopicForItsEvents() {
        assertThat(read("{\"localServerType\": \"Metadata Access Store\", \"eventTopic\": \"changes.coco\"}")
                        .eventTopic())
                .contains("changes.coco");
        assertThat(fail("{\"localServerType\": \"Metadata Access Store\", \"eventTopic\": \"a/b*\"}"))
                .hasMessageContaining("SERVER-CONFIGURATION-400-033")
                .hasMessageContaining("$.eventTopic");
        ServerConfiguration daemon = read("{\"localServerType\": \"Integration Daemon\", \"eventTopic\": \"changes\"}");
        assertThat(daemon.eventTopic()).isEmpty();
        assertThat(daemon.warnings()).extracting(Message::text).anyMatch(text -> text.contains("$.eventTopic"));
    }

    @Test
    void allMistakesAreReportedAtOnceEachWithItsPlace() {
        ConfigurationException failure = fail(
                """
                {"localServerName": "other", "localServerType": "Toaster", "maxPageSize": -1, "organizationName": 7,
                 "integrationServicesConfig": [
                   {"integrationServiceURLMarker": "films-integrator"},
                   {"integrationServiceURLMarker": "files-integrator", "omagserverPlatformRootURL": "https://elsewhere:1",
                    "integrationConnectorConfigs": [{"connection": {}}, {"connectorName": "A", "connection": {}},
                                                    {"connectorName": "A", "connection": {}}]}]}
                """);

        assertThat(failure.problems().stream().map(Message::toString))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("$.localServerName", "other"),
                        problem -> assertThat(problem).contains("$.localServerType", "Toaster", "Integration Daemon"),
                        problem -> assertThat(problem).contains("$.maxPageSize", "-1"),
                        problem -> assertThat(problem).contains("$.organizationName", "string", "number"),
                        problem -> assertThat(problem)
                                .contains("$.integrationServicesConfig[0].integrationServiceURLMarker", "films"),
                        problem -> assertThat(problem)
                                .contains("SERVER-CONFIGURATION-400-009", "https://elsewhere:1", "localhost:9443"),
                        problem -> assertThat(problem)
                                .contains("INTEGRATION-DAEMON-SERVICES-400-004", "[1].omagserverName"),
                        problem -> assertThat(problem).contains("integrationConnectorConfigs[0].connectorName"),
                        problem -> assertThat(problem).contains("SERVER-CONFIGURATION-400-008", "A"));
        assertThat(failure.getMessage())
                .startsWith("SERVER-CONFIGURATION-400-001 ")
                .contains("9 mistake(s)");
    }

    @Test
    void mistakeInAConnectorsSectionStaysWithTheConnector() {
        ServerConfiguration configuration = read(
                connectors(
                        """
                {"connectorName": "Bad", "refreshTimeInterval": "often", "permittedSynchronization": "SIDEWAYS",
                 "connection": {"connectorType": {}}},
                {"connectorName": "Good", "connection": {"connectorType": {"connectorProviderClassName": "x.Y"}}}
                """));

        List<ConnectorConfiguration> connectors =
                configuration.integrationServices().get(0).connectors();
        assertThat(connectors.get(0).problems())
                .extracting(Message::toString)
                .anySatisfy(problem -> assertThat(problem).contains("refreshTimeInterval"))
                .anySatisfy(problem -> assertThat(problem).contains("permittedSynchronization", "SIDEWAYS"))
                .anySatisfy(problem -> assertThat(problem).contains("connectorProviderClassName"))
                .hasSize(3);
        assertThat(connectors.get(1).problems()).isEmpty();
    }

    @Test
    void placeholdersAreResolvedAndUnknownOnesReported() {
        ServerConfiguration configuration = read(
                connectors(
                        """
                {"connectorName": "C", "connection": {"clearPassword": "~{secret}~",
                  "configurationProperties": {"a": "x-~{secret}~", "b": ["~{missing}~"], "n": 5},
                  "connectorType": {"connectorProviderClassName": "x.Y"}}}
                """));

        ConnectorConfiguration connector =
                configuration.integrationServices().get(0).connectors().get(0);
        assertThat(connector.connection().clearPassword()).contains("s3cr3t$1");
        assertThat(connector.connection().property("a")).contains("x-s3cr3t$1");
        assertThat(connector.connection().property("n")).contains("5");
        assertThat(connector.problems())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-010", "configurationProperties.b[0]", "missing");
        assertThat(connector.connection()).asString().doesNotContain("s3cr3t");
    }

    @Test
    void valueOfAPlaceholderIsNeverToldByAMistake() {
        ConfigurationException failure = fail(
                """
                {"localServerName": "~{secret}~", "localServerType": "~{secret}~", "integrationServicesConfig": [
                   {"integrationServiceURLMarker": "~{secret}~"},
                   {"integrationServiceURLMarker": "files-integrator", "omagserverName": "store",
                    "omagserverPlatformRootURL": "https://me:~{secret}~@elsewhere",
                    "defaultPermittedSynchronization": "~{secret}~"}]}
                """);

        assertThat(failure.problems()).hasSize(5).extracting(Message::toString).allSatisfy(problem -> assertThat(
                        problem)
                .contains("~{secret}~")
                .doesNotContain("s3cr3t"));
    }

    @Test
    void numberThatIsTooLargeToKeepIsAMistake() {
        ServerConfiguration configuration = read(
                connectors(
                        """
                {"connectorName": "C", "connection": {"configurationProperties": {"n": 18446744073709551617},
                  "connectorType": {"connectorProviderClassName": "x.Y"}}}
                """));

        assertThat(configuration
                        .integrationServices()
                        .get(0)
                        .connectors()
                        .get(0)
                        .problems())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-005", "configurationProperties.n", "18446744073709551617");
    }

    @Test
    void unknownFieldsAreKeptAndReportedAsWarnings() {
        ServerConfiguration configuration = read(
                connectors(
                        """
                {"connectorName": "C", "refreshTimeIntervall": 5,
                 "connection": {"connectorType": {"connectorProviderClassName": "x.Y"}}}
                """));

        assertThat(configuration.warnings())
                .singleElement()
                .asString()
                .contains("$.integrationServicesConfig[0].integrationConnectorConfigs[0].refreshTimeIntervall");
    }

    @Test
    void unknownFieldsAtTheTopAreReportedToo() {
        assertThat(read("{\"fooBar\": 1}").warnings())
                .singleElement()
                .asString()
                .contains("$.fooBar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"a\": 1, \"a\": 2}", "{} {}", "\"x\""})
    void whatIsNoDocumentIsSaidToBeNone(String text) {
        assertThat(fail(text).problems()).isNotEmpty();
    }

    @Test
    void disabledServiceIsLeftOut() {
        assertThat(
                        read("""
                                {"integrationServicesConfig": [{"integrationServiceURLMarker": "files-integrator",
                                 "integrationServiceOperationalStatus": "DISABLED", "whatever": 1}]}
                                """)
                                .integrationServices())
                .isEmpty();
    }

    private static String connectors(String connectors) {
        return """
               {"integrationServicesConfig": [{"integrationServiceURLMarker": "files-integrator",
                 "omagserverPlatformRootURL": "https://LOCALHOST:9443/", "omagserverName": "store",
                 "integrationConnectorConfigs": [%s]}]}
               """
                .formatted(connectors);
    }

    private ServerConfiguration read(String document) {
        return reader.read(SERVER, document);
    }

    private ConfigurationException fail(String document) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(document));
    }
}
