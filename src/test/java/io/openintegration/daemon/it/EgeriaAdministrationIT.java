package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.odpi.openmetadata.adminservices.client.IntegrationDaemonConfigurationClient;
import org.odpi.openmetadata.adminservices.client.OMAGServerPlatformConfigurationClient;
import org.odpi.openmetadata.adminservices.configuration.properties.IntegrationConnectorConfig;
import org.odpi.openmetadata.adminservices.configuration.properties.IntegrationGroupConfig;
import org.odpi.openmetadata.adminservices.configuration.properties.IntegrationServiceConfig;
import org.odpi.openmetadata.adminservices.configuration.properties.OMAGServerConfig;
import org.odpi.openmetadata.adminservices.ffdc.exception.OMAGInvalidParameterException;
import org.odpi.openmetadata.frameworks.connectors.properties.beans.Connection;
import org.odpi.openmetadata.frameworks.connectors.properties.beans.ConnectorType;
import org.odpi.openmetadata.frameworks.connectors.properties.beans.Endpoint;
import org.odpi.openmetadata.frameworks.integration.contextmanager.PermittedSynchronization;

/** Egeria's own administration clients (4.2) build a daemon here, command by command; 6.x's URLs answer alike. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EgeriaAdministrationIT {

    private static final String SERVER = "built-by-egeria";
    private static final String USER = "garygeeke";
    private static final String PASSWORD = "for-tests-only";
    private static final String PROVIDER =
            "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFolderMonitorIntegrationProvider";

    @ArquillianResource
    private URI base;

    private String root;
    private IntegrationDaemonConfigurationClient daemon;
    private DaemonClient client;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @BeforeEach
    void connect() throws Exception {
        root = base.toString().replaceAll("/$", "");
        daemon = new IntegrationDaemonConfigurationClient(USER, SERVER, root, "admin", PASSWORD);
        client = new DaemonClient(base);
    }

    @Test
    @Order(1)
    void daemonIsBuiltCommandByCommand() throws Exception {
        daemon.setServerType("Integration Daemon");
        daemon.setOrganizationName("Coco & Söhne");
        daemon.setServerDescription("Built by commands");
        daemon.setServerUserId("exchangenpa");
        daemon.setServerPassword("s3cr3t");
        daemon.setMaxPageSize(50);
        daemon.setServerURLRoot("https://localhost:9443");
        daemon.setEventBus(null, "egeria", Map.of("producer", Map.of("bootstrap.servers", "localhost:9092")));
        daemon.configureIntegrationService(
                "https://localhost:9443", "cocoMDS1", "files-integrator", Map.of(), List.of(connector("A")));

        OMAGServerConfig document = daemon.getOMAGServerConfig();
        assertThat(document.getLocalServerName()).isEqualTo(SERVER);
        assertThat(document.getLocalServerId()).isNotBlank();
        assertThat(document.getOrganizationName()).isEqualTo("Coco & Söhne");
        assertThat(document.getLocalServerDescription()).isEqualTo("Built by commands");
        assertThat(document.getLocalServerUserId()).isEqualTo("exchangenpa");
        assertThat(document.getLocalServerPassword()).isEqualTo("********");
        assertThat(document.getMaxPageSize()).isEqualTo(50);
        assertThat(document.getEventBusConfig().getTopicURLRoot()).isEqualTo("egeria");
        assertThat(document.getAuditTrail()).hasSize(9);
        assertThat(daemon.getServerClassification().getServerTypeName()).isEqualTo("Integration Daemon");
        assertThat(client.server("POST", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        assertThat(client.server("DELETE", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void servicesAreAskedForChangedAndRemoved() throws Exception {
        assertThat(daemon.getConfiguredIntegrationServices()).hasSize(1);
        assertThat(daemon.getRegisteredIntegrationServices()).hasSize(6);
        IntegrationServiceConfig files = daemon.getIntegrationServiceConfiguration("files-integrator");
        assertThat(files.getIntegrationServiceId()).isEqualTo(4005);
        assertThat(files.getOMAGServerName()).isEqualTo("cocoMDS1");
        assertThat(files.getIntegrationConnectorConfigs()).singleElement().satisfies(connector -> assertThat(
                        connector.getConnection().getEndpoint().getAddress())
                .isEqualTo("somewhere"));

        files.setIntegrationConnectorConfigs(List.of(connector("A"), connector("B")));
        daemon.configureIntegrationService(files);
        assertThat(daemon.getIntegrationServicesConfiguration().get(0).getIntegrationConnectorConfigs())
                .hasSize(2);
        daemon.setIntegrationServicesConfig(List.of(files));
        assertThat(daemon.getIntegrationServicesConfiguration()).hasSize(1);
        daemon.clearIntegrationService("files-integrator");
        assertThat(daemon.getIntegrationServicesConfiguration()).isNull();
        daemon.setOMAGServerConfig(daemon.getOMAGServerConfig());
        daemon.clearAllIntegrationServices();
        daemon.deployOMAGServerConfig("https://localhost:9443");
        assertThat(daemon.getOMAGServerConfig().getLocalServerPassword()).isEqualTo("********");
    }

    @Test
    @Order(3)
    void auditLogDestinationsAreKeptAsConnections() throws Exception {
        daemon.setDefaultAuditLog();
        daemon.addSLF4JAuditLogDestination(List.of("Error", "Exception"));
        daemon.addFileAuditLogDestination(List.of());
        daemon.addEventTopicAuditLogDestination("my.topic", List.of("Security"));
        daemon.addConsoleAuditLogDestination(List.of("Startup"));

        List<Connection> destinations = destinations();
        assertThat(destinations)
                .extracting(Connection::getDisplayName)
                .containsExactly("Console", "SLF4J", "Files", "Event topic my.topic");
        assertThat(destinations.get(0).getConfigurationProperties().get("supportedSeverities"))
                .isEqualTo(List.of("Startup"));
        assertThat(destinations.get(0).getConnectorType().getConnectorProviderClassName())
                .isEqualTo(
                        "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.console.ConsoleAuditLogStoreProvider");
        daemon.clearAuditLogDestination("Files");
        daemon.updateAuditLogDestination("SLF4J", destinations.get(1));
        daemon.setAuditLogDestinations(List.of(destinations.get(0)));
        assertThat(destinations()).hasSize(1);
        daemon.clearAuditLogDestinations();
        assertThat(client.get("open-metadata/admin-services/servers/" + SERVER + "/audit-log-destinations")
                        .path("connections"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void whatIsNotSupportedSaysSo() {
        assertThat(failure(() -> daemon.configureIntegrationGroup(new IntegrationGroupConfig())))
                .isEqualTo("SERVER-CONFIGURATION-400-053");
        assertThat(failure(() -> daemon.deployOMAGServerConfig("https://elsewhere:9443")))
                .isEqualTo("SERVER-CONFIGURATION-400-055");
        assertThat(failure(() -> daemon.configureIntegrationService(
                        "https://localhost:9443", "cocoMDS1", "films-integrator", Map.of(), List.of(connector("A")))))
                .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-010");
        assertThat(failure(() -> daemon.setServerType("Teapot"))).isEqualTo("SERVER-CONFIGURATION-400-050");
        assertThat(failure(() -> platform().getConfigurationStoreConnection()))
                .isEqualTo("SERVER-CONFIGURATION-400-054");
        assertThat(failure(() -> new IntegrationDaemonConfigurationClient(USER, "platform", root, "admin", PASSWORD)
                        .setServerType("Integration Daemon")))
                .isEqualTo("SERVER-CONFIGURATION-400-051");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "configuration, OMAGServerConfigResponse, omagserverConfig",
        "configuration/resolved, OMAGServerConfigResponse, omagserverConfig",
        "server-properties, BasicServerPropertiesResponse, basicServerProperties",
        "server-type-classification, ServerClassificationResponse, serverTypeClassification",
        "event-bus, EventBusConfigResponse, config",
        "audit-log-destinations, ConnectionListResponse, connections",
        "integration-services, RegisteredOMAGServicesResponse, services",
        "integration-services/configuration, IntegrationServicesResponse, services",
        "integration-groups/configuration, IntegrationGroupsResponse, groups",
        "integration-daemon-services, IntegrationDaemonServicesResponse, relatedHTTPCode",
    })
    void bothGenerationsAnswer(String path, String responseClass, String field) {
        String current = "open-metadata/admin-services/servers/";
        String usersPath = "open-metadata/admin-services/users/" + USER + "/servers/";
        for (String admin : List.of(current, usersPath)) {
            JsonNode answer = client.get(admin + SERVER + "/" + path);
            assertThat(answer.path("class").asText()).as(admin + path).isEqualTo(responseClass);
            assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(200);
            assertThat(answer.has(field)).as(field).isTrue();
            assertThat(answer.has("requestId")).isEqualTo(admin.equals(current));
            assertThat(answer.toString()).doesNotContain("s3cr3t");
            JsonNode unknown = client.get(admin + "nobody/" + path);
            assertThat(unknown.path("class").asText()).isEqualTo(responseClass);
            assertThat(unknown.path("exceptionErrorMessageId").asText()).isEqualTo("SERVER-CONFIGURATION-404-001");
            assertThat(unknown.path("exceptionClassName").asText())
                    .isEqualTo(
                            admin.equals(current)
                                    ? "org.odpi.openmetadata.frameworks.openmetadata.ffdc.InvalidParameterException"
                                    : "org.odpi.openmetadata.adminservices.ffdc.exception.OMAGInvalidParameterException");
        }
    }

    @Test
    @Order(6)
    void documentIsDeleted() throws Exception {
        assertThat(platform().getAllServerConfigurations())
                .extracting(OMAGServerConfig::getLocalServerName)
                .contains(SERVER, "cocoMDS1", "integration-daemon");

        daemon.clearOMAGServerConfig();

        assertThat(platform().getAllServerConfigurations())
                .extracting(OMAGServerConfig::getLocalServerName)
                .doesNotContain(SERVER);
    }

    private OMAGServerPlatformConfigurationClient platform() throws Exception {
        return new OMAGServerPlatformConfigurationClient(USER, root, "admin", PASSWORD);
    }

    private List<Connection> destinations() throws Exception {
        return daemon.getOMAGServerConfig().getRepositoryServicesConfig().getAuditLogConnections();
    }

    /** The id of the message with which a command fails. */
    private static String failure(Command command) {
        return catchThrowableOfType(OMAGInvalidParameterException.class, command::send)
                .getReportedErrorMessageId();
    }

    @FunctionalInterface
    private interface Command {
        void send() throws Exception;
    }

    private static IntegrationConnectorConfig connector(String name) {
        ConnectorType type = new ConnectorType();
        type.setConnectorProviderClassName(PROVIDER);
        Endpoint endpoint = new Endpoint();
        endpoint.setAddress("somewhere");
        Connection connection = new Connection();
        connection.setConnectorType(type);
        connection.setEndpoint(endpoint);
        connection.setConfigurationProperties(Map.of("allowCatalogDelete", "yes"));
        IntegrationConnectorConfig connector = new IntegrationConnectorConfig();
        connector.setConnectorName(name);
        connector.setConnectorUserId("exchangenpa");
        connector.setConnection(connection);
        connector.setMetadataSourceQualifiedName("Source");
        connector.setRefreshTimeInterval(10);
        connector.setPermittedSynchronization(PermittedSynchronization.FROM_THIRD_PARTY);
        return connector;
    }
}
