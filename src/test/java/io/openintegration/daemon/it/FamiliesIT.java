package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.DAEMON;
import static io.openintegration.daemon.it.DaemonClient.USER;
import static io.openintegration.daemon.it.DaemonClient.elements;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Every family of URLs reaches its operation in the real server, and our own API answers with real status codes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FamiliesIT {

    private static final String GUIDE_PLATFORM =
            "servers/integration-daemon/platform-services/users/" + USER + "/server-platform/";
    private static final String USERS_PLATFORM = "open-metadata/platform-services/users/" + USER + "/server-platform/";
    private static final String CURRENT_PLATFORM = "open-metadata/platform-services/server-platform/";
    private static final String CONNECTORS = "api/v1/servers/integration-daemon/connectors";
    private static final String WRONGLY_TYPED = "OakDeneLandingAreaDatabaseMonitor";

    @ArquillianResource
    private URI base;

    private DaemonClient client;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @BeforeEach
    void connect() {
        client = new DaemonClient(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {GUIDE_PLATFORM, USERS_PLATFORM, CURRENT_PLATFORM})
    @Order(1)
    void platformServicesAnswerInEveryGeneration(String platform) {
        Map<String, String> operations = Map.ofEntries(
                Map.entry("registered-services", "RegisteredOMAGServicesResponse"),
                Map.entry("registered-services/access-services", "RegisteredOMAGServicesResponse"),
                Map.entry("registered-services/engine-services", "RegisteredOMAGServicesResponse"),
                Map.entry("registered-services/view-services", "RegisteredOMAGServicesResponse"),
                Map.entry("registered-services/governance-services", "RegisteredOMAGServicesResponse"),
                Map.entry("registered-services/common-services", "RegisteredOMAGServicesResponse"),
                Map.entry("servers", "ServerListResponse"),
                Map.entry("servers/active", "ServerListResponse"),
                Map.entry("servers/integration-daemon/is-known", "BooleanResponse"),
                Map.entry("servers/integration-daemon/status", "ServerStatusResponse"),
                Map.entry("servers/integration-daemon/services", "ServerServicesListResponse"),
                Map.entry("servers/integration-daemon/instance/status", "OMAGServerStatusResponse"),
                Map.entry("servers/integration-daemon/instance/configuration", "OMAGServerConfigResponse"));
        operations.forEach((path, responseClass) -> {
            JsonNode answer = client.get(platform + path);
            assertThat(answer.path("class").asText()).as(platform + path).isEqualTo(responseClass);
            assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(200);
            assertThat(answer.has("requestId")).isEqualTo(platform.equals(CURRENT_PLATFORM));
        });
        HttpResponse<String> origin = client.send("GET", platform + "origin", "", "Accept", "application/json");
        assertThat(origin.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(origin.body())
                .contains("Integration Daemon Platform (version ")
                .doesNotContain("unknown");
        assertThat(client.get(platform + "servers/nobody/is-known").path("flag").asBoolean(true))
                .isFalse();
        JsonNode unknown = client.get(platform + "servers/nobody/status");
        assertThat(unknown.path("class").asText()).isEqualTo("ServerStatusResponse");
        assertThat(unknown.at("/exceptionProperties/parameterName").asText()).isEqualTo("serverName");
        assertThat(json(client.send("DELETE", platform + "instance", ""))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(501);
        assertThat(client.send("GET", platform + "security/connection", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void whatOnlyOneGenerationHas() {
        assertThat(client.get(CURRENT_PLATFORM + "start-time").path("dateValue").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{3}\\+00:00");
        String provider = "connector-types/io.openintegration.daemon.connectors.files.DataFolderMonitorProvider";
        assertThat(client.get(CURRENT_PLATFORM + provider).path("class").asText())
                .isEqualTo("OCFConnectorTypeResponse");
        assertThat(client.get(USERS_PLATFORM + provider).path("class").asText()).isEqualTo("ConnectorTypeResponse");
        assertThat(client.get("open-metadata/server-operations/servers/integration-daemon/services")
                        .at("/serverServicesList/0")
                        .asText())
                .isEqualTo("Files Integrator OMIS");
        assertThat(client.get(DAEMON + "integration-services/summary")
                        .path("class")
                        .asText())
                .isEqualTo("IntegrationServiceSummaryResponse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open-metadata/admin-services/users/" + USER + "/servers/cocoMDS1/instance",
                USERS_PLATFORM + "servers/cocoMDS1/instance",
                CURRENT_PLATFORM + "servers/cocoMDS1/instance",
                "open-metadata/server-operations/users/" + USER + "/servers/cocoMDS1/instance",
                "open-metadata/server-operations/servers/cocoMDS1/instance"
            })
    @Order(3)
    void serversAreStartedAndStoppedInEveryFamily(String instance) {
        assertThat(client.post(instance, "").path("class").asText()).isEqualTo("SuccessMessageResponse");
        assertThat(client.get(instance + "/status")
                        .at("/serverStatus/services/0/serviceStatus")
                        .asText())
                .isEqualTo("RUNNING");
        HttpResponse<String> supplied = client.send(
                "POST",
                instance + "/configuration",
                "{\"localServerName\":\"cocoMDS1\",\"localServerType\":\"Metadata Access Store\",\"maxPageSize\":5}",
                "Content-Type",
                "application/json");
        assertThat(json(supplied).path("relatedHTTPCode").asInt()).isEqualTo(200);
        assertThat(client.get(instance + "/configuration")
                        .at("/omagserverConfig/maxPageSize")
                        .asInt())
                .isEqualTo(5);
        JsonNode wrong = json(client.send(
                "POST",
                instance + "/configuration",
                "{\"localServerName\":\"other\"}",
                "Content-Type",
                "application/json"));
        assertThat(wrong.path("exceptionErrorMessageId").asText()).isEqualTo("SERVER-CONFIGURATION-400-001");
        JsonNode masked = json(client.send(
                "POST",
                instance + "/configuration",
                "{\"localServerName\":\"cocoMDS1\",\"localServerPassword\":\"********\"}",
                "Content-Type",
                "application/json"));
        assertThat(masked.path("exceptionErrorMessageId").asText()).isEqualTo("SERVER-CONFIGURATION-400-001");
        assertThat(masked.path("exceptionErrorMessage").asText()).contains("SERVER-CONFIGURATION-400-052");
        JsonNode empty =
                json(client.send("POST", instance + "/configuration", "{}", "Content-Type", "application/json"));
        assertThat(empty.at("/exceptionProperties/parameterName").asText()).isEqualTo("localServerName");
        assertThat(json(client.send("DELETE", instance, "")).path("class").asText())
                .isEqualTo("VoidResponse");
        assertThat(client.get(instance + "/status")
                        .at("/serverStatus/serverActiveStatus")
                        .asText())
                .isEqualTo("INACTIVE");
        assertThat(client.get(instance + "/configuration")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("OMAG-MULTI-TENANT-404-001");
    }

    @Test
    @Order(4)
    void aServerThatIsForgottenHasNoHistory() {
        client.post("open-metadata/server-operations/servers/cocoMDS1/instance", "");
        assertThat(elements(
                        client.get(CURRENT_PLATFORM + "servers/cocoMDS1/status").path("serverHistory")))
                .isNotEmpty();
        assertThat(json(client.send("DELETE", CURRENT_PLATFORM + "servers/cocoMDS1", ""))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        JsonNode status = client.get(CURRENT_PLATFORM + "servers/cocoMDS1/status");
        assertThat(status.path("active").asBoolean(true)).isFalse();
        assertThat(elements(status.path("serverHistory"))).isEmpty();
    }

    @Test
    @Order(5)
    void ownApiListsServersAndConnectorsWithoutSecrets() {
        JsonNode servers = client.get("api/v1/servers");
        assertThat(elements(servers.path("servers")))
                .extracting(server -> server.path("name").asText())
                .containsExactly("cocoMDS1", "integration-daemon");
        JsonNode connectors = client.get(CONNECTORS);
        assertThat(elements(connectors.path("connectors"))).hasSize(4);
        assertThat(connectors.toString()).doesNotContain("clearPassword", "securedProperties");
        DaemonClient.until(() -> client.get(CONNECTORS + "/" + WRONGLY_TYPED)
                .path("status")
                .asText()
                .equals("CONFIG_FAILED"));
        JsonNode failed = client.get(CONNECTORS + "/" + WRONGLY_TYPED);
        assertThat(failed.at("/failure/origin").asText()).isEqualTo("CONFIGURATION");
        assertThat(failed.at("/failure/messageId").asText()).isEqualTo("OMIS-DATABASE-INTEGRATOR-400-001");
        assertThat(elements(client.get("api/v1/integration-services").path("integrationServices")))
                .hasSize(6);
        assertThat(elements(client.get("api/v1/connector-types").path("connectorTypes")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(6)
    void ownApiRestartsAndRefreshes() {
        HttpResponse<String> waited = client.send("POST", CONNECTORS + "/restart?wait=30", "");
        assertThat(waited.statusCode()).isEqualTo(200);
        assertThat(json(waited).path("completed").asBoolean()).isTrue();
        HttpResponse<String> refreshed = client.send("POST", CONNECTORS + "/refresh?wait=30", "");
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(elements(json(refreshed).path("skipped")))
                .extracting(skipped -> skipped.path("messageId").asText())
                .contains("INTEGRATION-DAEMON-SERVICES-400-044");
        assertThat(client.send("POST", CONNECTORS + "/" + WRONGLY_TYPED + "/restart", "")
                        .statusCode())
                .isIn(200, 202);
        DaemonClient.until(() -> client.get(CONNECTORS + "/" + WRONGLY_TYPED)
                .path("status")
                .asText()
                .equals("CONFIG_FAILED"));
        HttpResponse<String> conflict = client.send("POST", CONNECTORS + "/" + WRONGLY_TYPED + "/refresh", "");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(json(conflict).path("status").asInt()).isEqualTo(409);
        assertThat(client.send("GET", CONNECTORS + "/Nobody", "").statusCode()).isEqualTo(404);
        assertThat(client.send("POST", CONNECTORS + "/Nobody/restart", "").statusCode())
                .isEqualTo(404);
        assertThat(client.send("POST", CONNECTORS + "/refresh?wait=soon", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(7)
    void ownApiStartsAndStopsServersOnce() {
        String daemon = "api/v1/servers/integration-daemon";
        JsonNode before = client.get(daemon);
        assertThat(json(client.send("POST", daemon + "/start", "")).path("startTime"))
                .as("started already")
                .isEqualTo(before.path("startTime"));
        assertThat(json(client.send("POST", daemon + "/stop", ""))
                        .path("status")
                        .asText())
                .isEqualTo("INACTIVE");
        assertThat(client.send("POST", daemon + "/stop", "").statusCode()).isEqualTo(200);
        assertThat(client.send("GET", CONNECTORS, "").statusCode()).isEqualTo(404);
        JsonNode started = json(client.send("POST", daemon + "/start", ""));
        assertThat(started.path("active").asBoolean()).isTrue();
        assertThat(elements(started.path("history"))).hasSizeGreaterThan(1);
        assertThat(client.send("POST", "api/v1/servers/nobody/start", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void allServersStopAtOnce() {
        assertThat(json(client.send("DELETE", CURRENT_PLATFORM + "servers/instance", ""))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        assertThat(elements(client.get(CURRENT_PLATFORM + "servers/active").path("serverList")))
                .isEmpty();
        client.send("POST", "api/v1/servers/integration-daemon/start", "");
        assertThat(json(client.send("DELETE", USERS_PLATFORM + "servers", ""))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        assertThat(elements(client.get("api/v1/servers").path("servers")))
                .allSatisfy(server ->
                        assertThat(server.path("active").asBoolean(true)).isFalse());
    }
}
