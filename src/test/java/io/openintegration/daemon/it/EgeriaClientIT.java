package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.CurrentEgeriaClient.encoded;
import static io.openintegration.daemon.it.CurrentEgeriaClient.nameBody;
import static io.openintegration.daemon.it.DaemonClient.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.odpi.openmetadata.adminservices.client.OMAGServerOperationsClient;
import org.odpi.openmetadata.adminservices.configuration.properties.OMAGServerConfig;
import org.odpi.openmetadata.adminservices.ffdc.exception.OMAGInvalidParameterException;
import org.odpi.openmetadata.commonservices.ffdc.rest.RegisteredOMAGService;
import org.odpi.openmetadata.frameworks.connectors.ffdc.InvalidParameterException;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.properties.IntegrationConnectorReport;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.properties.IntegrationServiceSummary;
import org.odpi.openmetadata.platformservices.client.PlatformServicesClient;

/**
 * Egeria's Java clients call this server: those of 4.2 themselves, and, request by request, that of 6.x.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
// the client of the administration services: Egeria 4 itself prefers the one of the platform, older scripts do not
@SuppressWarnings("deprecation")
class EgeriaClientIT {

    private static final String DAEMON = "integration-daemon";
    private static final String STORE = "cocoMDS1";
    private static final String MONITOR = "OakDeneLandingAreaFilesMonitor";
    private static final String PROVIDER =
            "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider";
    private static final String PASSWORD = "for-tests-only";

    @ArquillianResource
    private URI base;

    private String root;
    private CurrentEgeriaClient current;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @BeforeEach
    void connect() {
        root = base.toString().replaceAll("/$", "");
        current = new CurrentEgeriaClient(base, DAEMON, "garygeeke");
    }

    @Test
    @Order(1)
    void egeria4StartsAndStopsServers() throws Exception {
        OMAGServerOperationsClient store = operations("garygeeke", STORE);
        assertThat(store.activateWithStoredConfig()).contains(STORE, "Open Metadata Store");
        assertThat(store.getServerStatus().getServerActiveStatus().getName()).isEqualToIgnoringCase("running");
        assertThat(store.getActiveConfiguration().getLocalServerType()).isEqualTo("Metadata Access Store");

        OMAGServerConfig document = new OMAGServerConfig();
        document.setLocalServerName("ephemeral");
        document.setLocalServerType("Metadata Access Store");
        document.setMaxPageSize(7);
        OMAGServerOperationsClient ephemeral = operations("garygeeke", "ephemeral");
        assertThat(ephemeral.activateWithSuppliedConfig(document)).contains("ephemeral");
        assertThat(ephemeral.getActiveConfiguration().getMaxPageSize()).isEqualTo(7);
        ephemeral.deactivatePermanently();
        assertThat(platform().getKnownServers("garygeeke")).doesNotContain("ephemeral");
    }

    @Test
    @Order(2)
    void egeria4TellsFailuresOfAdministrationApart() throws Exception {
        OMAGInvalidParameterException unknown = catchThrowableOfType(
                OMAGInvalidParameterException.class, operations("garygeeke", "nobody")::activateWithStoredConfig);
        assertThat(unknown.getReportedHTTPCode()).isEqualTo(404);
        assertThat(unknown.getReportedErrorMessageId()).isEqualTo("SERVER-CONFIGURATION-404-001");
        assertThat(unknown.getReportedErrorMessageParameters()).containsExactly("nobody", "garygeeke");
        assertThat(unknown.getReportedSystemAction()).isNotBlank();
        assertThat(unknown.getReportedUserAction()).isNotBlank();

        OMAGServerConfig wrong = new OMAGServerConfig();
        wrong.setLocalServerName(STORE);
        wrong.setLocalServerType("Teapot");
        assertThat(catchThrowableOfType(OMAGInvalidParameterException.class, () -> operations("garygeeke", STORE)
                                .activateWithSuppliedConfig(wrong))
                        .getReportedErrorMessage())
                .contains("localServerType", "Teapot");
    }

    @Test
    @Order(3)
    void egeria4AsksThePlatform() throws Exception {
        PlatformServicesClient platform = platform();
        assertThat(platform.getPlatformOrigin("garygeeke")).startsWith("Integration Daemon Platform (version ");
        assertThat(platform.getKnownServers("garygeeke")).containsExactly(STORE, DAEMON);
        assertThat(platform.getActiveServers("garygeeke")).contains(DAEMON, STORE);
        assertThat(platform.getActiveServerStatus("garygeeke", DAEMON).getServerType())
                .isEqualTo("Integration Daemon");
        assertThat(platform.getActiveServices("garygeeke", STORE)).containsExactly("Open Metadata Store");
        assertThat(platform.getServerStatus("garygeeke", DAEMON).getServerHistory())
                .hasSize(1);
        assertThat(platform.getConnectorType("garygeeke", PROVIDER).getConnectorProviderClassName())
                .isEqualTo("io.openintegration.daemon.connectors.files.DataFilesMonitorProvider");
        assertThat(platform.getIntegrationServices("garygeeke"))
                .extracting(RegisteredOMAGService::getServiceURLMarker)
                .contains("files-integrator", "organization-integrator");
        assertThat(platform.getAccessServices("garygeeke"))
                .extracting(RegisteredOMAGService::getServiceURLMarker)
                .containsExactly("open-metadata-store");
        assertThat(platform.getAllServices("garygeeke")).hasSizeGreaterThan(8);
        assertThat(catchThrowableOfType(
                                InvalidParameterException.class,
                                () -> platform.getConnectorType("garygeeke", "java.lang.Runtime"))
                        .getParameterName())
                .isEqualTo("connectorProviderClassName");
    }

    @Test
    @Order(4)
    void egeria4OperatesTheDaemon() throws Exception {
        UsersPathDaemonClient daemon = new UsersPathDaemonClient(root, DAEMON, "admin", PASSWORD);
        assertThat(daemon.status().getIntegrationServiceSummaries())
                .extracting(IntegrationServiceSummary::getIntegrationServiceURLMarker)
                .containsExactly("files-integrator", "database-integrator");
        List<IntegrationConnectorReport> files = daemon.services().get(0).getIntegrationConnectorReports();
        assertThat(files).hasSize(3).allSatisfy(report -> {
            assertThat(report.getConnectorStatus()).isNotNull();
            assertThat(report.getLastStatusChange()).isNotNull();
            assertThat(report.getMinMinutesBetweenRefresh()).isEqualTo(10);
        });
        daemon.restart(MONITOR);
        daemon.restart(null);
        daemon.refresh(null);
        InvalidParameterException unknown =
                catchThrowableOfType(InvalidParameterException.class, () -> daemon.restart("Nobody"));
        assertThat(unknown.getReportedErrorMessageId()).isEqualTo("INTEGRATION-DAEMON-SERVICES-400-031");
        assertThat(unknown.getParameterName()).isEqualTo("connectorName");
        assertThat(daemon.groups().getIntegrationGroupSummaries()).isNullOrEmpty();
        assertThat(catchThrowableOfType(InvalidParameterException.class, () -> daemon.group("Files"))
                        .getReportedErrorMessageId())
                .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-034");
        assertThat(catchThrowableOfType(
                        InvalidParameterException.class,
                        new UsersPathDaemonClient(root, "nobody", "admin", PASSWORD)::status))
                .isNotNull();
    }

    @Test
    @Order(5)
    void egeria6OperatesTheDaemon() {
        JsonNode status = current.get("integration-daemon/status", "IntegrationDaemonStatusResponse");
        assertThat(status.path("relatedHTTPCode").asInt()).isEqualTo(200);
        assertThat(status.path("requestId").asText()).isNotBlank();
        JsonNode daemon = status.path("integrationDaemonStatus");
        assertThat(daemon.path("integrationGroupSummaries").isArray()).isTrue();
        List<JsonNode> reports = elements(daemon.path("integrationConnectorReports"));
        assertThat(reports).hasSize(4).allSatisfy(report -> assertThat(
                        report.path("connectorStatus").asText())
                .isIn(
                        "INITIALIZED",
                        "WAITING",
                        "REFRESHING",
                        "RUNNING",
                        "STOPPED",
                        "INITIALIZE_FAILED",
                        "CONFIG_FAILED",
                        "FAILED"));
        assertThat(reports.get(0)
                        .at("/connection/connectorType/connectorProviderClassName")
                        .asText())
                .isEqualTo(PROVIDER);

        for (String operation : List.of("restart", "refresh")) {
            String path = "integration-daemon/integration-connectors/" + operation;
            JsonNode all = current.post(path, nameBody("r-1", null).toString(), "VoidResponse");
            assertThat(all.path("relatedHTTPCode").asInt()).isEqualTo(200);
            assertThat(all.path("requestId").asText()).isEqualTo("r-1");
            JsonNode unknown =
                    current.post(path, nameBody("r-2", "No: body/{x}").toString(), "VoidResponse");
            assertThat(unknown.path("exceptionErrorMessageId").asText())
                    .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-031");
            assertThat(unknown.path("requestId").asText()).isEqualTo("r-2");
            assertThat(unknown.path("exceptionSubclassName").asText()).endsWith("InvalidParameterException");
        }
        assertThat(current.post(
                                "integration-daemon/integration-connectors/restart?wait=20",
                                nameBody("r-3", MONITOR).toString(),
                                "VoidResponse")
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    @Order(6)
    void egeria6ValidatesConnectorsWithoutLoadingClasses() {
        JsonNode report = current.get(
                        "integration-daemon/validate-connector/" + encoded(PROVIDER), "ConnectorReportResponse")
                .path("connectorReport");
        assertThat(report.at("/connectorType/connectorProviderClassName").asText())
                .startsWith("io.openintegration.daemon.");
        assertThat(report.path("usesBlockingCalls").isBoolean()).isTrue();
        assertThat(elements(report.path("supportedConfigurationProperties")))
                .extracting(property -> property.path("name").asText())
                .contains("fileSystemName", "includeFiles", "maximumBytesInside");

        JsonNode unknown =
                current.get("integration-daemon/validate-connector/java.lang.Runtime", "ConnectorReportResponse");
        assertThat(unknown.path("relatedHTTPCode").asInt()).isEqualTo(404);
        assertThat(unknown.path("exceptionErrorMessage").asText()).contains("java.lang.Runtime");
    }

    @Test
    @Order(7)
    void egeria6IsToldThatNobodyListensToLineage() {
        String path = "integration-daemon/publish-open-lineage-event";
        String event = "{\"eventType\":\"START\",\"run\":{\"runId\":\"1\"}}";
        for (JsonNode answer :
                List.of(current.postText(path, event, "VoidResponse"), current.post(path, event, "VoidResponse"))) {
            assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(501);
            assertThat(answer.path("exceptionClassName").asText()).endsWith(".PropertyServerException");
            assertThat(answer.at("/exceptionProperties/serverName").asText()).isEqualTo(DAEMON);
        }
        assertThat(current.postText(path, "not JSON", "VoidResponse")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("REST-REQUEST-400-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration-daemon", "integration-daemon-services"})
    @Order(8)
    void egeria6AsksForGroupsUnderBothMarkers(String marker) {
        String group = encoded("Egeria:IntegrationGroup:Files");
        assertThat(current.get(marker + "/integration-groups/summary", "IntegrationGroupSummariesResponse")
                        .path("integrationGroupSummaries")
                        .isArray())
                .isTrue();
        JsonNode summary =
                current.get(marker + "/integration-groups/" + group + "/summary", "IntegrationGroupSummaryResponse");
        assertThat(summary.path("exceptionErrorMessageId").asText()).isEqualTo("INTEGRATION-DAEMON-SERVICES-400-034");
        assertThat(summary.at("/exceptionErrorMessageParameters/0").asText())
                .isEqualTo("Egeria:IntegrationGroup:Files");
        assertThat(current.get(marker + "/integration-groups/" + group + "/refresh-config", "VoidResponse")
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    @Order(9)
    void egeria6ActsForNobodyWhoIsNotNamed() {
        JsonNode refused = new CurrentEgeriaClient(base, DAEMON, "")
                .get("integration-daemon/status", "IntegrationDaemonStatusResponse");
        assertThat(refused.path("relatedHTTPCode").asInt()).isEqualTo(403);
        assertThat(refused.path("exceptionErrorMessageId").asText()).isEqualTo("OPEN-METADATA-SECURITY-403-017");
        assertThat(refused.path("exceptionClassName").asText()).endsWith(".UserNotAuthorizedException");
        assertThat(refused.at("/exceptionProperties/userId").asText()).isEqualTo("admin");
    }

    @Test
    @Order(10)
    void egeria6KeepsMetadataInTheStore() {
        CurrentEgeriaClient store = new CurrentEgeriaClient(base, STORE, "garygeeke");
        String elements = "access-services/open-metadata-store/users/garygeeke/metadata-elements";
        String file =
                "{\"typeName\":\"CSVFile\",\"isOwnAnchor\":true,\"properties\":{\"propertyValueMap\":{\"qualifiedName\":{"
                        + "\"class\":\"PrimitiveTypePropertyValue\",\"typeName\":\"string\","
                        + "\"primitiveTypeCategory\":\"OM_PRIMITIVE_TYPE_STRING\",\"primitiveValue\":\"egeria 6's\"}}}}";
        String guid = store.post(elements, file, "GUIDResponse").path("guid").asText();
        JsonNode element = store.post(
                elements + "/" + encoded(guid), nameBody("r-1", null).toString(), "OpenMetadataElementResponse");
        assertThat(element.path("requestId").asText()).isEqualTo("r-1");
        assertThat(element.at("/element/elementProperties/propertiesAsStrings/qualifiedName")
                        .asText())
                .isEqualTo("egeria 6's");

        JsonNode duplicate = store.post(elements, file, "GUIDResponse");
        assertThat(duplicate.path("exceptionErrorMessageId").asText()).isEqualTo("OMAG-COMMON-409-001");
        JsonNode unknown =
                store.post(elements + "/nobody", nameBody("r-2", null).toString(), "OpenMetadataElementResponse");
        assertThat(unknown.path("relatedHTTPCode").asInt()).isEqualTo(404);
        JsonNode unread = store.post(elements + "/by-search-conditions", "{", "OpenMetadataElementsResponse");
        assertThat(unread.path("relatedHTTPCode").asInt()).isEqualTo(400);

        store.post(elements + "/" + encoded(guid) + "/delete", "{\"deleteMethod\":\"PURGE\"}", "VoidResponse");
        assertThat(store.post(elements, file, "GUIDResponse").path("guid").asText())
                .isNotEmpty()
                .isNotEqualTo(guid);
    }

    private PlatformServicesClient platform() throws InvalidParameterException {
        return new PlatformServicesClient("platform", root, "admin", PASSWORD);
    }

    private OMAGServerOperationsClient operations(String user, String server) throws OMAGInvalidParameterException {
        return new OMAGServerOperationsClient(user, server, root, "admin", PASSWORD);
    }
}
