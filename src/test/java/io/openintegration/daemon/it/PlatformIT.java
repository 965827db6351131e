package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.DAEMON;
import static io.openintegration.daemon.it.DaemonClient.STORE;
import static io.openintegration.daemon.it.DaemonClient.elements;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds of the platform beside the story of the guide, and over a restart of the application. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {

    private static final String APPLICATION = "application";
    private static final double NO_METRIC = -1;
    private static final String MONITOR = "OakDeneLandingAreaFilesMonitor";
    private static final Path DIRECTORY =
            Path.of("target/test-data/files/data/landing-area/hospitals/oak-dene/clinical-trials/drop-foot");

    @ArquillianResource
    private Deployer deployer;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void healthIsOpenAndTellsOfServersConnectorsAndAuditLog() {
        deployer.deploy(APPLICATION);

        assertThat(client.sendAs("", "GET", "health/live", "").statusCode()).isEqualTo(200);
        assertThat(client.sendAs("", "GET", "health/started", "").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = client.sendAs("", "GET", "health/ready", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        List<JsonNode> checks = elements(json(ready).path("checks"));
        assertThat(checks)
                .extracting(check -> check.path("name").asText())
                .contains("servers", "database", "connectors", "audit log");
        assertThat(checks)
                .filteredOn(check -> check.path("name").asText().equals("audit log"))
                .allSatisfy(check ->
                        assertThat(check.path("data").has("consumer.filed")).isTrue());
    }

    @Test
    @Order(2)
    void metricsTellOfConnectorsAlsoOfThoseThatFailed() {
        DaemonClient.until(() -> metric("integration_daemon_connectors", "status=\"INITIALIZE_FAILED\"") == 3);

        assertThat(metric("integration_daemon_connectors", "status=\"CONFIG_FAILED\""))
                .isEqualTo(1);
        assertThat(metric("integration_connector_working", "connector=\"" + MONITOR + "\""))
                .isZero();
        assertThat(metric("integration_connector_since_last_success_seconds", "connector=\"" + MONITOR + "\""))
                .as("kept, though it failed")
                .isNotEqualTo(NO_METRIC);
        assertThat(metric("integration_audit_dropped", "destination=\"console\""))
                .isZero();
        assertThat(metric("integration_work_waiting")).isZero();
    }

    /** The value of the first line of the metrics with this name and these labels; {@link #NO_METRIC} where there is none. */
    private double metric(String name, String... labels) {
        return client.sendAs("", "GET", "metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(NO_METRIC);
    }

    @Test
    @Order(2)
    void everythingElseNeedsACaller() {
        for (String path : List.of("", DAEMON + "status", "api/v1/servers/integration-daemon/audit-log", "nowhere")) {
            for (String credentials : List.of("", "admin:wrong", "nobody:for-tests-only")) {
                HttpResponse<String> answer = client.sendAs(credentials, "GET", path, "");
                assertThat(answer.statusCode()).as(path).isIn(401, 429);
                assertThat(json(answer).has("detail")).isTrue();
            }
        }
        assertThat(client.sendAs("", "GET", "nowhere", "", "Authorization", "Basic %%%")
                        .statusCode())
                .isIn(401, 429);
    }

    @Test
    @Order(2)
    void originIsOpenInTheCurrentFamilyAlone() {
        String services = "open-metadata/platform-services/";
        HttpResponse<String> origin = client.sendAs("", "GET", services + "server-platform/origin", "");
        assertThat(origin.statusCode()).isEqualTo(200);
        assertThat(origin.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(origin.body()).startsWith("Integration Daemon Platform (version ");
        assertThat(client.sendAs("", "GET", services + "users/" + DaemonClient.USER + "/server-platform/origin", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void requestsFromPagesOfOtherSitesAreRefused() {
        String restart = DAEMON + "integration-service/files-integrator/restart";
        assertThat(client.send("POST", restart, "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send("GET", restart, "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send("GET", DAEMON + "status", "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void theSixIntegrationServicesAreRegistered() {
        String services = "platform-services/users/" + DaemonClient.USER
                + "/server-platform/registered-services/integration-services";
        for (String root : List.of("open-metadata/", "servers/integration-daemon/")) {
            JsonNode answer = client.get(root + services);
            assertThat(answer.path("class").asText()).isEqualTo("RegisteredOMAGServicesResponse");
            assertThat(elements(answer.path("services")))
                    .extracting(service -> service.path("serviceURLMarker").asText())
                    .containsExactly(
                            "files-integrator",
                            "security-integrator",
                            "database-integrator",
                            "lineage-integrator",
                            "catalog-integrator",
                            "organization-integrator");
        }
    }

    @Test
    @Order(5)
    void knownAndActiveServersAreListed() {
        String servers = "open-metadata/platform-services/users/" + DaemonClient.USER + "/server-platform/servers";
        client.server("POST", "cocoMDS1");

        assertThat(elements(client.get(servers).path("serverList")))
                .extracting(JsonNode::asText)
                .containsExactly("cocoMDS1", "integration-daemon");
        assertThat(elements(client.get(servers + "/active").path("serverList")))
                .extracting(JsonNode::asText)
                .containsExactly("cocoMDS1", "integration-daemon");
    }

    @Test
    @Order(6)
    void misspeltRequestsChangeNothing() {
        String generation = client.connector(MONITOR).toString();
        for (String body : List.of("{\"nmae\":\"x\"}", "{", "\"Nobody\"", "Nobody", "{\"name\":5}")) {
            JsonNode answer = client.post(DAEMON + "integration-services/files-integrator/restart", body);
            assertThat(answer.path("relatedHTTPCode").asInt()).as(body).isEqualTo(400);
            assertThat(answer.path("class").asText()).isEqualTo("VoidResponse");
        }
        assertThat(client.post(DAEMON + "integration-services/films-integrator/restart", "")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-010");
        assertThat(client.post(DAEMON + "integration-services/lineage-integrator/restart", "")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-030");
        assertThat(client.connector(MONITOR)).hasToString(generation);
    }

    @Test
    @Order(7)
    void fileAndFolderAreRelatedInTheStore() throws IOException {
        Files.createDirectories(DIRECTORY.resolve("nested"));
        Files.writeString(DIRECTORY.resolve("nested/Ärzte (1)%.csv"), "a;b\n1;2\n");
        client.post(DAEMON + "integration-services/files-integrator/restart?wait=20", "\"" + MONITOR + "\"");
        DaemonClient.until(() -> client.catalogued("CSVFile", "Ärzte (1)%").size() == 1);

        JsonNode file = client.post(
                        STORE + "metadata-elements/by-search-string",
                        "{\"searchString\":\"Ärzte (1)%\",\"metadataElementTypeName\":\"DataFile\"}")
                .at("/elements/0");
        String guid = file.path("elementGUID").asText();

        assertThat(client.get(STORE + "metadata-elements/" + guid)
                        .at("/element/elementGUID")
                        .asText())
                .isEqualTo(guid);
        JsonNode folders = client.post(STORE + "related-elements/" + guid + "/type/NestedFile?startingAtEnd=2", "");
        assertThat(folders.at(
                                "/relatedElementList/elementList/0/element/elementProperties/propertiesAsStrings/displayName")
                        .asText())
                .isEqualTo("nested");
        JsonNode any = client.post(STORE + "related-elements/" + guid + "/any-type", "{}");
        assertThat(elements(any.at("/relatedElementList/elementList")))
                .extracting(related -> related.at("/type/typeName").asText())
                .containsExactlyInAnyOrder("NestedFile", "Schema");
        JsonNode unknown = client.get(STORE + "metadata-elements/no-such-guid");
        assertThat(unknown.path("class").asText()).isEqualTo("OpenMetadataElementResponse");
        assertThat(unknown.path("exceptionErrorMessageId").asText()).isEqualTo("OMAG-REPOSITORY-HANDLER-404-007");
    }

    @Test
    @Order(8)
    void auditRecordsAreNumberedWithoutGaps() {
        List<JsonNode> records = elements(client.get("api/v1/servers/integration-daemon/audit-log?pageSize=1000")
                .path("records"));
        long newest = records.get(0).path("incarnation").asLong();
        List<Long> sequences = records.stream()
                .filter(found -> found.path("incarnation").asLong() == newest)
                .map(found -> found.path("sequence").asLong())
                .sorted()
                .toList();
        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(client.get("api/v1/servers/integration-daemon/audit-log?severity=Startup&pageSize=2")
                        .path("records"))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.path("severity").asText()).isEqualTo("Startup"));
        assertThat(client.send("GET", "api/v1/servers/integration-daemon/audit-log?severity=Loud", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send("GET", "api/v1/servers/nobody/audit-log", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(9)
    void auditRecordsMetadataAndLedgerSurviveARestart() {
        String marker = client.audited("cocoMDS1", "SERVER-OPS-0004")
                .get(0)
                .path("guid")
                .asText();

        deployer.undeploy(APPLICATION);
        deployer.deploy(APPLICATION);

        assertThat(client.audited("cocoMDS1", "SERVER-OPS-0004"))
                .extracting(found -> found.path("guid").asText())
                .contains(marker);
        DaemonClient.until(() -> !client.audited("cocoMDS1", "SERVER-OPS-0006").isEmpty());
        client.server("POST", "cocoMDS1");
        client.post(DAEMON + "integration-services/files-integrator/restart?wait=20", MONITOR);
        DaemonClient.until(() -> client.connector(MONITOR).path("statistics").has("unchanged"));
        JsonNode statistics = client.connector(MONITOR).path("statistics");
        assertThat(statistics.path("created").asLong()).isZero();
        assertThat(statistics.path("unchanged").asLong()).isPositive();
        assertThat(client.catalogued("CSVFile", "Ärzte (1)%")).hasSize(1);

        deployer.undeploy(APPLICATION);
    }
}
