package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.elements;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The end of the guide's story: the wrongly configured connector is mended by administration commands and a restart of the
 * daemon; then the same by our own API. Played on a daemon of its own, a copy of the guide's; each step builds on the one
 * before.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationIT {

    private static final String SERVER = "administered-daemon";
    private static final String V1 = "api/v1/servers/" + SERVER + "/";
    private static final String ADMIN =
            "open-metadata/admin-services/users/" + DaemonClient.USER + "/servers/" + SERVER + "/";
    private static final String CURRENT_ADMIN = "open-metadata/admin-services/servers/" + SERVER + "/";
    private static final String DAEMON = "servers/" + SERVER + "/open-metadata/integration-daemon/";
    private static final String WRONG = "OakDeneLandingAreaDatabaseMonitor";
    private static final String RIGHT = "OldMarketLandingAreaFilesMonitor";
    private static final Path LANDING = Path.of("target/test-data/files/data/landing-area/hospitals");
    private static final Path OAK_DENE = LANDING.resolve("oak-dene/clinical-trials/drop-foot");

    private static final ObjectMapper JSON = new ObjectMapper();

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

    @Test
    @Order(1)
    void documentOfTheGuideIsCopiedUnderAnotherName() throws IOException {
        Files.createDirectories(OAK_DENE);
        HttpResponse<String> guide = client.send("GET", "api/v1/servers/integration-daemon/configuration", "");
        assertThat(guide.statusCode()).isEqualTo(200);
        String tag = guide.headers().firstValue("ETag").orElseThrow();
        assertThat(client.send("GET", "api/v1/servers/integration-daemon/configuration", "", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        ObjectNode copy = (ObjectNode) json(guide);
        copy.put("localServerName", SERVER);

        HttpResponse<String> created = put("configuration", copy, "If-None-Match", "*");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith(V1 + "configuration");
        assertThat(created.headers().firstValue("ETag")).contains(tag());
        assertThat(put("configuration", copy, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
    }

    @Test
    @Order(2)
    void wronglyConfiguredConnectorFails() {
        client.server("POST", "cocoMDS1");
        client.server("POST", SERVER);

        awaitStatus(WRONG, "CONFIG_FAILED");
        assertThat(connector(WRONG).toString()).contains("OMIS-DATABASE-INTEGRATOR-400-001");
    }

    @Test
    @Order(3)
    void administrationCommandsAndARestartMendIt() {
        JsonNode files = client.get(ADMIN + "integration-services/files-integrator/configuration")
                .path("config");
        ObjectNode wrong = (ObjectNode) client.get(ADMIN + "integration-services/database-integrator/configuration")
                .at("/config/integrationConnectorConfigs/0");
        ((ArrayNode) files.path("integrationConnectorConfigs")).add(wrong);
        assertThat(wrong.path("connectorName").asText()).isEqualTo(WRONG);

        assertDone(client.send("DELETE", ADMIN + "integration-services/database-integrator", ""));
        assertDone(send("POST", ADMIN + "integration-services/configuration", files));
        assertThat(status(WRONG)).as("a change acts with the restart").isEqualTo("CONFIG_FAILED");
        assertThat(client.server("POST", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);

        awaitStatus(WRONG, "WAITING");
        assertThat(client.get(CURRENT_ADMIN + "configuration")
                        .at("/omagserverConfig/auditTrail")
                        .toString())
                .contains(
                        "garygeeke removed integration service database-integrator",
                        "garygeeke configured integration service files-integrator");
        DaemonClient.until(
                () -> client.audited("platform", "SERVER-CONFIGURATION-0050").size() >= 3);
    }

    @Test
    @Order(4)
    void earlierVersionIsRestoredAndApplied() {
        List<JsonNode> versions =
                elements(client.get(V1 + "configuration/versions").path("versions"));
        assertThat(versions).hasSize(3);
        assertThat("\"" + versions.get(0).path("version").asText() + "\"").isEqualTo(tag());
        String first = versions.get(2).path("id").asText();
        assertThat(client.get(V1 + "configuration/versions/" + first).toString())
                .contains("database-integrator");

        HttpResponse<String> restored = client.send("POST", V1 + "configuration/versions/" + first + "/restore", "");
        JsonNode applied = json(client.send("POST", V1 + "apply?wait=20", ""));

        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(names(applied.at("/connectors/unchanged"))).hasSize(3);
        assertThat(names(applied.at("/connectors/restarted"))).containsExactly(WRONG);
        awaitStatus(WRONG, "CONFIG_FAILED");
    }

    @Test
    @Order(5)
    void ofTwoWhoChangeTheSameVersionOneIsTold() {
        HttpResponse<String> section = client.send(
                "GET", V1 + "configuration/integration-services/database-integrator/connectors/" + WRONG, "");
        String tag = section.headers().firstValue("ETag").orElseThrow();
        String moved = V1 + "configuration/integration-services/files-integrator/connectors/" + WRONG;

        HttpResponse<String> first = send("PUT", moved, json(section), "If-Match", tag);
        HttpResponse<String> second = send("PUT", moved, json(section), "If-Match", tag);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(json(second).path("messageId").asText()).isEqualTo("SERVER-CONFIGURATION-412-001");
        JsonNode applied = json(client.send("POST", V1 + "apply?wait=20", ""));
        assertThat(names(applied.at("/connectors/unchanged"))).hasSize(3);
        awaitStatus(WRONG, "WAITING");
    }

    @Test
    @Order(6)
    void changeThatWouldAddMistakesIsRefusedWithAllOfThem() {
        String before = tag();
        ObjectNode document = (ObjectNode) client.get(V1 + "configuration");
        document.put("maxPageSize", "many").put("localServerType", "Teapot");
        ((ObjectNode) document.at("/integrationServicesConfig/0/integrationConnectorConfigs/1"))
                .put("refreshTimeInterval", -5);

        HttpResponse<String> refused = put("configuration", document);
        JsonNode dryRun = json(send("POST", V1 + "configuration/validate", document));

        assertThat(refused.statusCode()).isEqualTo(400);
        for (JsonNode answer : List.of(json(refused), dryRun)) {
            assertThat(elements(answer.path("problems")))
                    .extracting(problem -> problem.path("path").asText())
                    .containsExactlyInAnyOrder(
                            "$.maxPageSize",
                            "$.localServerType",
                            "$.integrationServicesConfig[0].integrationConnectorConfigs[1].refreshTimeInterval");
        }
        assertThat(dryRun.path("valid").asBoolean(true)).isFalse();
        assertThat(tag()).isEqualTo(before);
        JsonNode command = json(send(
                "POST",
                ADMIN + "integration-services/files-integrator",
                tree("{\"integrationConnectorConfigs\": [{\"connection\": {}}]}")));
        assertThat(command.path("relatedHTTPCode").asInt()).isEqualTo(400);
        assertThat(command.path("exceptionErrorMessageId").asText()).isEqualTo("SERVER-CONFIGURATION-400-050");
        assertThat(command.path("exceptionErrorMessage").asText())
                .contains(
                        "connectorName", "INTEGRATION-DAEMON-SERVICES-400-003", "INTEGRATION-DAEMON-SERVICES-400-004");
        assertThat(tag()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void settingActsAtOnceForThatConnectorAndSurvivesARestart() throws IOException {
        Path elsewhere = Files.createDirectories(LANDING.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("moved.csv"), "a\n1\n");
        String address = "data/landing-area/hospitals/elsewhere";

        HttpResponse<String> changed = send(
                "PUT", V1 + "connectors/" + RIGHT + "/endpoint?wait=20", tree("{\"address\": \"" + address + "\"}"));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(names(json(changed).at("/connectors/restarted"))).containsExactly(RIGHT);
        awaitStatus(RIGHT, "WAITING");
        client.server("POST", SERVER);
        awaitStatus(RIGHT, "WAITING");
        assertThat(client.get(V1 + "connectors/" + RIGHT + "/connection")
                        .at("/endpoint/address")
                        .asText())
                .isEqualTo(address);
        DaemonClient.until(() ->
                !client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0057").isEmpty());
    }

    @Test
    @Order(8)
    void propertiesAreChangedInAllFamiliesAndShownWithoutSecrets() {
        String properties = V1 + "connectors/" + RIGHT + "/configuration-properties";
        send(
                "PATCH",
                properties,
                tree("{\"apiToken\": \"s3cr3t\", \"x\": 1}"),
                "Content-Type",
                "application/merge-patch+json");
        assertDone(send(
                "POST",
                DAEMON + "users/garygeeke/integration-connectors/configuration-properties",
                tree("{\"class\": \"ConnectorConfigPropertiesRequestBody\", \"connectorName\": \"" + RIGHT
                        + "\", \"mergeUpdate\": true, \"configurationProperties\": {\"y\": 2}}")));
        assertDone(send(
                "POST",
                DAEMON + "integration-connectors/configuration-properties",
                tree("{\"connectorName\": \"" + RIGHT
                        + "\", \"mergeUpdate\": true, \"configurationProperties\": {\"x\": null}}")));

        JsonNode expected = tree("{\"apiToken\": \"********\", \"y\": 2}");
        assertThat(client.get(properties)).isEqualTo(expected);
        for (String path : List.of(
                "integration-connectors/",
                "users/garygeeke/integration-connectors/",
                "users/garygeeke/integration-services/files-integrator/connectors/")) {
            JsonNode answer = client.get(DAEMON + path + RIGHT + "/configuration-properties");
            assertThat(answer.path("class").asText()).isEqualTo("PropertiesResponse");
            assertThat(answer.path("properties")).as(path).isEqualTo(expected);
        }
        assertThat(client.get(V1 + "configuration").toString()).doesNotContain("s3cr3t");
        assertThat(client.get(ADMIN + "configuration/resolved").toString()).doesNotContain("s3cr3t");

        // a mask that comes back stands for what is stored
        send("PUT", properties, expected);
        assertThat(client.get(properties)).isEqualTo(expected);
        assertSecretsDoNotMoveUnseen();
        // all connectors of the service, as 2.7 has it
        assertDone(send(
                "POST",
                DAEMON + "users/garygeeke/integration-services/files-integrator/connectors/configuration-properties",
                tree("{\"configurationProperties\": {}}")));
        assertThat(client.get(properties)).isEqualTo(tree("{}"));
        DaemonClient.until(() -> client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0015")
                                .size()
                        >= 4
                && client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0016").size() >= 4);
        assertThat(client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0015").toString())
                .doesNotContain("s3cr3t");
    }

    /** With a mask not at all; by the command that is for it, with a security record. */
    private void assertSecretsDoNotMoveUnseen() {
        ObjectNode moved = (ObjectNode) client.get(V1 + "connectors/" + RIGHT + "/connection");
        ((ObjectNode) moved.path("endpoint")).put("address", "data/landing-area");
        HttpResponse<String> refused = put("connectors/" + RIGHT + "/connection", moved);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/problems/0/id").asText()).isEqualTo("SERVER-CONFIGURATION-400-060");

        int told = addressesTold().size();
        HttpResponse<String> changed =
                put("connectors/" + RIGHT + "/endpoint", tree("{\"address\": \"data/landing-area\"}"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertDone(send(
                "POST",
                DAEMON + "integration-connectors/" + RIGHT + "/endpoint-network-address",
                tree("{\"string\": \"data/landing-area/hospitals\"}")));
        DaemonClient.untilAsserted(() -> assertThat(addressesTold()).hasSize(told + 2));
    }

    /** Of all tests that the server has seen, not of this one alone. */
    private List<JsonNode> addressesTold() {
        return client.audited("platform", "SERVER-CONFIGURATION-0053");
    }

    @Test
    @Order(9)
    void settingsThatCannotBeChangedSaySoInTheirFamily() {
        for (String daemon : List.of(DAEMON, DAEMON + "users/garygeeke/")) {
            String packageName = daemon.equals(DAEMON)
                    ? "org.odpi.openmetadata.frameworks.openmetadata.ffdc."
                    : "org.odpi.openmetadata.frameworks.connectors.ffdc.";
            JsonNode unknown = client.get(daemon + "integration-connectors/Nobody/configuration-properties");
            assertThat(unknown.path("class").asText()).isEqualTo("PropertiesResponse");
            assertThat(unknown.path("exceptionErrorMessageId").asText())
                    .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-031");
            assertThat(unknown.path("exceptionClassName").asText())
                    .isEqualTo(packageName + "InvalidParameterException");
            JsonNode unnamed = json(send(
                    "POST",
                    daemon + "integration-connectors/configuration-properties",
                    tree("{\"configurationProperties\": {}}")));
            assertThat(unnamed.path("exceptionErrorMessageId").asText()).isEqualTo("OMAG-COMMON-400-006");
            JsonNode misspelt = json(send(
                    "POST",
                    daemon + "integration-connectors/configuration-properties",
                    tree("{\"connectorName\": \"" + RIGHT + "\", \"mergeUpdat\": true}")));
            assertThat(misspelt.path("exceptionErrorMessageId").asText()).isEqualTo("REST-ADMINISTRATION-400-003");
        }
        JsonNode endpoint = json(send(
                "POST",
                DAEMON + "integration-connectors/" + RIGHT + "/endpoint-network-address",
                tree("{\"class\": \"StringRequestBody\", \"string\": \"data/landing-area\"}")));
        assertThat(endpoint.path("relatedHTTPCode").asInt()).isEqualTo(200);
        JsonNode connection = json(send(
                "POST",
                DAEMON + "users/garygeeke/integration-connectors/" + RIGHT + "/connection",
                tree("{\"class\": \"Connection\", \"connectorType\": {\"connectorProviderClassName\": \"x.Y\"}}")));
        assertThat(connection.path("relatedHTTPCode").asInt()).isEqualTo(200);
        awaitStatus(RIGHT, "CONFIG_FAILED");
        JsonNode none = json(send(
                "POST",
                DAEMON + "integration-connectors/" + RIGHT + "/endpoint-network-address",
                tree("{\"string\": \"anywhere\"}")));
        assertThat(none.path("exceptionErrorMessageId").asText()).isEqualTo("SERVER-CONFIGURATION-400-059");
        DaemonClient.until(() -> !client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0058")
                        .isEmpty()
                && !client.audited(SERVER, "INTEGRATION-DAEMON-SERVICES-0059").isEmpty());
    }

    @Test
    @Order(10)
    void documentIsDeletedAndNoNameLeadsOutOfTheDirectory() {
        assertThat(client.server("DELETE", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        assertThat(client.send("DELETE", V1 + "configuration", "", "If-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send("DELETE", V1 + "configuration", "", "If-Match", tag())
                        .statusCode())
                .isEqualTo(204);

        assertThat(client.send("GET", V1 + "configuration", "").statusCode()).isEqualTo(404);
        assertThat(client.get(CURRENT_ADMIN + "configuration")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("SERVER-CONFIGURATION-404-001");
        assertThat(elements(client.get(V1 + "configuration/versions").path("versions")))
                .isNotEmpty();
        for (String name : List.of("platform", "a..b", ".hidden", "%C3%A4", "a%0Ab", "COCOMDS1")) {
            HttpResponse<String> answer = client.send(
                    "PUT", "api/v1/servers/" + name + "/configuration", "{}", "Content-Type", "application/json");
            assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(400);
        }
        assertThat(elements(client.get("open-metadata/admin-services/configurations")
                        .path("omagserverConfigs")))
                .extracting(document -> document.path("localServerName").asText())
                .doesNotContain(SERVER, "platform")
                .contains("integration-daemon");
    }

    private void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("class").asText()).isEqualTo("VoidResponse");
        assertThat(json(answer).path("relatedHTTPCode").asInt())
                .as(answer.body())
                .isEqualTo(200);
    }

    private HttpResponse<String> put(String path, JsonNode body, String... headers) {
        return send("PUT", V1 + path, body, headers);
    }

    private HttpResponse<String> send(String method, String path, JsonNode body, String... headers) {
        if (List.of(headers).contains("Content-Type")) {
            return client.send(method, path, body.toString(), headers);
        }
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return client.send(method, path, body.toString(), all);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tag() {
        return client.send("GET", V1 + "configuration", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private JsonNode connector(String name) {
        return client.get(V1 + "connectors/" + name);
    }

    private String status(String name) {
        return connector(name).path("status").asText();
    }

    private void awaitStatus(String connector, String status) {
        DaemonClient.until(() -> status(connector).equals(status));
    }

    private static List<String> names(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).toList();
    }
}
