package io.openintegration.daemon.it;

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

/**
 * An operator who looks before he leaps, on the real server: plan, look, apply, approve, undo, release what is held back. Played on a store and a daemon of
 * its own; each step builds on the one before.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlansIT {

    private static final String APPLICATION = "plans";
    private static final String STORE = "planned-store";
    private static final String DAEMON = "planned-daemon";
    private static final String SERVERS = "api/v1/servers/";
    private static final String V1 = SERVERS + DAEMON + "/";
    private static final String REMOVALS = V1 + "connectors/Planned/removals";
    private static final Path FILES = Path.of("target/test-data/files/planned");

    private static final String DOCUMENT =
            """
            {"class": "OMAGServerConfig", "localServerType": "Integration Daemon",
             "integrationServicesConfig": [{"class": "IntegrationServiceConfig",
               "omagserverPlatformRootURL": "https://localhost:9443", "omagserverName": "%s",
               "integrationServiceURLMarker": "files-integrator", "integrationConnectorConfigs": [
                 {"class": "IntegrationConnectorConfig", "connectorName": "Planned", "connectorUserId": "exchangeDL01npa",
                  "connection": {"class": "Connection",
                    "connectorType": {"class": "ConnectorType", "connectorProviderClassName":
                      "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider"},
                    "endpoint": {"class": "Endpoint", "address": "planned"}},
                  "metadataSourceQualifiedName": "Planned", "approval": {"changesAbove": 4},
                  "permittedSynchronization": "FROM_THIRD_PARTY", "refreshTimeInterval": 600}]}]}"""
                    .formatted(STORE);

    @ArquillianResource
    private Deployer deployer;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void refreshCataloguesLittleWithoutApproval() throws IOException {
        Files.createDirectories(FILES);
        write("one.csv", "patient,cadence\n");
        deployer.deploy(APPLICATION);
        document(STORE, "{\"class\": \"OMAGServerConfig\", \"localServerType\": \"Metadata Access Store\"}");
        document(DAEMON, DOCUMENT);
        server(STORE, "start");
        server(DAEMON, "start");

        DaemonClient.until(() -> connector().has("lastSuccessfulRunId"));

        assertThat(connector().path("degraded").isMissingNode()).isTrue();
        assertThat(connector().at("/configuration/approval/changesAbove").asInt())
                .isEqualTo(4);
        assertThat(connector().at("/lastRefresh/created").asInt()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void planIsLookedAtAndRefusedWhereTheWorldMoved() throws IOException {
        write("two.csv", "patient,cadence\n");
        write("one.csv", "patient,cadence,side\n");
        HttpResponse<String> asked = client.send("POST", V1 + "connectors/Planned/plans?wait=30", "");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        JsonNode plan = json(asked);
        assertThat(asked.headers().firstValue("Location").orElseThrow())
                .endsWith(V1 + "plans/" + plan.path("id").asText());
        assertThat(plan.path("state").asText()).isEqualTo("READY");
        assertThat(plan.path("changeCount").asInt()).isEqualTo(2);
        String changes = V1 + "plans/" + plan.path("id").asText() + "/changes";
        assertThat(elements(client.get(changes + "?text=TWO.csv").path("changes")))
                .singleElement()
                .satisfies(change -> assertThat(change.path("action").asText()).isEqualTo("CREATE"));
        assertThat(elements(client.get(changes + "?action=UPDATE&type=CSVFile").path("changes")))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.path("differences").toString()).contains("\"aspect\":\"PART\"", "side"));
        assertThat(connector().at("/lastRefresh/created").asInt()).isEqualTo(2);

        write("three.csv", "patient,cadence\n");
        apply(plan);

        JsonNode refused = plan(plan);
        assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.path("differenceCount").asInt()).isEqualTo(1);
        JsonNode differences = client.get(V1 + "plans/" + plan.path("id").asText() + "/differences");
        assertThat(elements(differences.path("onlyNow"))).singleElement().satisfies(change -> assertThat(
                        change.path("qualifiedName").asText())
                .contains("three.csv"));
        assertThat(found("two.csv")).isZero();
        assertThat(client.send("POST", V1 + "plans/" + plan.path("id").asText() + "/apply", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(3)
    void planIsAppliedExactlySo() {
        JsonNode second =
                elements(client.get(V1 + "plans?state=READY").path("plans")).get(0);

        apply(second);

        assertThat(plan(second).path("state").asText()).isEqualTo("APPLIED");
        assertThat(found("two.csv")).isEqualTo(1);
        assertThat(found("three.csv")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void refreshThatWouldChangeTooMuchWaitsForApproval() throws IOException {
        for (int number = 0; number < 5; number++) {
            write("many" + number + ".csv", "patient,cadence\n");
        }
        assertThat(client.send("POST", V1 + "connectors/Planned/refresh?wait=30", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(connector().path("explanation").asText()).contains("INTEGRATION-DAEMON-SERVICES-0102");
        assertThat(found("many0.csv")).isZero();
        assertThat(client.audited(DAEMON, "INTEGRATION-DAEMON-SERVICES-0102")).isNotEmpty();
        JsonNode waiting = elements(
                        client.get(V1 + "plans?state=AWAITS_APPROVAL").path("plans"))
                .get(0);

        apply(waiting);

        assertThat(found("many0.csv")).isEqualTo(1);
        assertThat(connector().path("degraded").isMissingNode()).isTrue();
    }

    @Test
    @Order(5)
    void refreshIsUndoneAndItsConnectorPaused() {
        String run = connector().path("lastSuccessfulRunId").asText();
        JsonNode plan = json(client.send("POST", V1 + "runs/" + run + "/undo?plan=true&wait=30", ""));
        assertThat(plan.path("origin").asText()).isEqualTo("UNDO");
        assertThat(elements(client.get(V1 + "plans/" + plan.path("id").asText() + "/changes?action=REMOVE")
                        .path("changes")))
                .hasSize(5);
        assertThat(connector().path("targetState").asText()).isEqualTo("STARTED");

        HttpResponse<String> undone = client.send("POST", V1 + "runs/" + run + "/undo?wait=30", "");

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(json(undone).path("targetState").asText()).isEqualTo("PAUSED");
        assertThat(connector().path("targetState").asText()).isEqualTo("PAUSED");
        assertThat(found("many0.csv")).isZero();
        assertThat(found("two.csv")).isEqualTo(1);
        String undo = json(undone).at("/parts/0/runId").asText();
        assertThat(client.get(V1 + "runs/" + undo).at("/report/removed").asInt())
                .isEqualTo(5);
        assertThat(elements(client.get(V1 + "runs/" + undo + "/changes").path("changes")))
                .hasSize(5);
    }

    @Test
    @Order(6)
    void removalsAreHeldBackUntilTheyAreReleased() throws IOException {
        assertThat(release().statusCode())
                .as("the undo has paused the connector")
                .isEqualTo(409);
        for (Path file : files()) {
            Files.delete(file);
        }
        HttpResponse<String> started =
                client.send("PUT", V1 + "connectors/Planned/target-state?wait=30", "{\"targetState\":\"STARTED\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(client.send("POST", V1 + "connectors/Planned/refresh?wait=30", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(connector().path("explanation").asText()).contains("INTEGRATION-DAEMON-RECONCILE-0023");
        assertThat(found("two.csv")).isEqualTo(1);
        JsonNode held = client.get(REMOVALS);
        assertThat(held.path("heldBack").asInt()).isEqualTo(3);
        assertThat(elements(held.path("removals"))).hasSize(3).allSatisfy(removal -> {
            assertThat(removal.path("type").asText()).isEqualTo("CSVFile");
            assertThat(removal.path("missingSince").asText()).isNotEmpty();
            assertThat(removal.path("scope").asBoolean()).isFalse();
        });
        assertThat(elements(client.get(REMOVALS + "?text=two").path("removals")))
                .singleElement()
                .satisfies(removal ->
                        assertThat(removal.path("qualifiedName").asText()).endsWith("two.csv"));
        assertThat(client.get(REMOVALS + "?startFrom=1&pageSize=1").path("removals"))
                .singleElement()
                .isEqualTo(held.path("removals").get(1));
        assertThat(client.send("GET", REMOVALS + "?pageSize=0", "").statusCode())
                .isEqualTo(400);

        HttpResponse<String> released = release();

        assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
        String run = json(released).at("/parts/0/runId").asText();
        assertThat(client.get(V1 + "runs/" + run).at("/report/removed").asInt()).isEqualTo(3);
        assertThat(found("two.csv")).isZero();
        assertThat(client.get(REMOVALS).path("heldBack").asInt()).isZero();
        assertThat(elements(client.get(REMOVALS).path("removals"))).isEmpty();
    }

    @Test
    @Order(7)
    void planIsDeleted() {
        JsonNode plan = elements(client.get(V1 + "plans").path("plans")).get(0);

        assertThat(client.send("DELETE", V1 + "plans/" + plan.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.send("GET", V1 + "plans/" + plan.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void leavesNothingBehind() {
        server(DAEMON, "stop");
        server(STORE, "stop");
        for (String server : new String[] {DAEMON, STORE}) {
            assertThat(client.send("DELETE", SERVERS + server + "/configuration", "")
                            .statusCode())
                    .isEqualTo(204);
        }
        deployer.undeploy(APPLICATION);
    }

    private HttpResponse<String> release() {
        return client.send("POST", REMOVALS + "/release?wait=30", "");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(FILES)) {
            return listed.toList();
        }
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(FILES.resolve(name), content);
    }

    private void document(String server, String content) {
        HttpResponse<String> saved = client.send("PUT", SERVERS + server + "/configuration", content);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    }

    private void server(String server, String what) {
        HttpResponse<String> done = client.send("POST", SERVERS + server + "/" + what, "");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private JsonNode connector() {
        return client.get(V1 + "connectors/Planned");
    }

    private JsonNode plan(JsonNode plan) {
        return client.get(V1 + "plans/" + plan.path("id").asText());
    }

    private void apply(JsonNode plan) {
        HttpResponse<String> applied =
                client.send("POST", V1 + "plans/" + plan.path("id").asText() + "/apply?wait=30", "");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    }

    /** How many files of that name are catalogued. */
    private long found(String file) {
        JsonNode found = client.post(
                "servers/" + STORE + "/open-metadata/access-services/open-metadata-store/users/" + DaemonClient.USER
                        + "/metadata-elements/by-search-string",
                "{\"searchString\":\"" + file + "\",\"metadataElementTypeName\":\"DataFile\"}");
        return found.path("elements").size();
    }
}
