package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.elements;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.FileTrees;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
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
 * A daemon that one can forget, on the real server: it brings its connectors back, explains what they do, does what it is told
 * over a restart, and keeps account. Played on a store and a daemon of its own; each step builds on the one before.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionIT {

    private static final String APPLICATION = "supervision";
    private static final String STORE = "supervised-store";
    private static final String DAEMON = "supervised-daemon";
    private static final String SERVERS = "api/v1/servers/";
    private static final String V1 = SERVERS + DAEMON + "/";
    private static final Path FILES = Path.of("target/test-data/files/supervised");
    private static final List<String> MONITORS = List.of("Alpha", "Beta", "Large");

    private static final String MONITOR =
            """
            {"class": "IntegrationConnectorConfig", "connectorName": "%1$s", "connectorUserId": "exchangeDL01npa",
             "connection": {"class": "Connection",
               "connectorType": {"class": "ConnectorType", "connectorProviderClassName":
                 "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider"},
               "endpoint": {"class": "Endpoint", "address": "supervised/%1$s"}},
             "metadataSourceQualifiedName": "Supervised%1$s", "permittedSynchronization": "FROM_THIRD_PARTY",
             "refreshTimeInterval": 600}""";

    @ArquillianResource
    private Deployer deployer;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void connectorsWork() throws IOException {
        for (String monitor : MONITORS) {
            Files.createDirectories(FILES.resolve(monitor));
            Files.writeString(FILES.resolve(monitor).resolve("one.csv"), "patient,cadence\n");
        }
        deployer.deploy(APPLICATION);
        document(STORE, "{\"class\": \"OMAGServerConfig\", \"localServerType\": \"Metadata Access Store\"}");
        document(
                DAEMON,
                """
                {"class": "OMAGServerConfig", "localServerType": "Integration Daemon", "restartPolicy": "AUTOMATIC",
                 "integrationServicesConfig": [{"class": "IntegrationServiceConfig",
                   "omagserverPlatformRootURL": "https://localhost:9443", "omagserverName": "%s",
                   "integrationServiceURLMarker": "files-integrator", "integrationConnectorConfigs": [%s]}]}"""
                        .formatted(
                                STORE,
                                String.join(
                                        ",",
                                        MONITORS.stream()
                                                .map(MONITOR::formatted)
                                                .toList())));

        startServers();

        MONITORS.forEach(monitor ->
                DaemonClient.until(() -> connector(monitor).has("lastSuccessfulRunId") && isWaiting(monitor)));
        assertThat(connector("Alpha").path("explanation").asText()).startsWith("It works: ");
    }

    @Test
    @Order(2)
    void connectorsComeBackByThemselvesWhenTheMetadataServerDoes() {
        server(STORE, "stop");
        post("connectors/refresh");
        MONITORS.forEach(monitor -> DaemonClient.until(
                () -> connector(monitor).at("/trouble/attempts").asInt() > 0
                        && connector(monitor).path("status").asText().endsWith("FAILED")));
        JsonNode failed = connector("Alpha");
        assertThat(failed.at("/failure/origin").asText()).isEqualTo("METADATA_SERVER");
        assertThat(failed.at("/trouble/firstCause/messageId").asText()).startsWith("OMAG-MULTI-TENANT-404-001");
        assertThat(failed.path("explanation").asText()).contains("at fault is the metadata server " + STORE);

        server(STORE, "start");

        // the next attempt by the clock would come later than that
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> MONITORS.stream()
                        .allMatch(monitor ->
                                isWaiting(monitor) && connector(monitor).has("lastRefreshTime")));
        assertThat(connector("Alpha").path("explanation").asText()).contains("It works", "It had failed since");
        DaemonClient.until(() -> client.sendAs("", "GET", "metrics?scope=application", "")
                .body()
                .lines()
                .filter(line -> line.startsWith("integration_daemon_recoveries_total{")
                        && line.contains("daemon=\"" + DAEMON + "\""))
                .anyMatch(line -> line.endsWith(" " + MONITORS.size() + ".0")));
    }

    @Test
    @Order(3)
    void requestIsFollowedByItsLocationToTheRunThatCameOfIt() {
        HttpResponse<String> accepted = post("connectors/Alpha/restart");
        assertThat(accepted.statusCode()).isIn(200, 202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .endsWith(V1 + "requests/" + json(accepted).path("id").asText());

        DaemonClient.until(() -> client.get(location).path("completed").asBoolean());

        JsonNode request = client.get(location);
        assertThat(request.path("kind").asText()).isEqualTo("RESTART");
        assertThat(request.path("requestedBy").asText()).isEqualTo("admin");
        JsonNode part = request.path("parts").path(0);
        assertThat(part.path("connector").asText()).isEqualTo("Alpha");
        assertThat(part.path("state").asText()).isEqualTo("COMPLETED");
        JsonNode run = client.get(part.path("runLocation").asText());
        assertThat(run.path("outcome").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.path("trigger").asText()).isEqualTo("START");
        assertThat(run.path("requestedBy").asText()).isEqualTo("admin");
        assertThat(elements(client.get(V1 + "connectors/Alpha/runs?outcome=SUCCEEDED&limit=1")
                        .path("runs")))
                .extracting(found -> found.path("id").asText())
                .containsExactly(run.path("id").asText());
        assertThat(elements(
                        client.get(V1 + "runs?connector=Alpha&outcome=FAILED").path("runs")))
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(found.at("/failure/atFault").asText()).isEqualTo("the metadata server"));
    }

    @Test
    @Order(4)
    void whatCannotBeReadDegradesTheConnectorAndIsNamed() throws IOException {
        Path dangling = FILES.resolve("Alpha").resolve("gone.csv");
        Files.createSymbolicLink(dangling, Path.of("nowhere.csv"));
        assertThat(post("connectors/Alpha/refresh?wait=30").statusCode()).isEqualTo(200);

        JsonNode degraded = connector("Alpha");
        assertThat(degraded.path("status").asText()).isEqualTo("WAITING");
        assertThat(degraded.at("/degraded/problemCount").asInt()).isPositive();
        assertThat(degraded.at("/degraded/problems").toString())
                .contains("BASIC-FILES-INTEGRATION-CONNECTORS-0104", "gone.csv");
        assertThat(client.get(V1 + "runs/" + degraded.at("/degraded/runId").asText())
                        .path("outcome")
                        .asText())
                .isEqualTo("DEGRADED");
        assertThat(elements(json(client.sendAs("", "GET", "health/ready", "")).path("checks")))
                .anySatisfy(check -> assertThat(
                                check.path("data").path(DAEMON + ".degraded").asText())
                        .isEqualTo("1"));

        Files.delete(dangling);
        assertThat(post("connectors/Alpha/refresh?wait=30").statusCode()).isEqualTo(200);
        assertThat(connector("Alpha").has("degraded")).isFalse();
    }

    @Test
    @Order(5)
    void pausedConnectorStaysPausedOverARestartOfTheServer() {
        HttpResponse<String> paused = setTarget("Beta", "PAUSED");
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(paused.headers().firstValue("Location")).isPresent();
        assertThat(post("connectors/Beta/refresh").statusCode()).isEqualTo(409);
        String lastRun = connector("Beta").path("lastSuccessfulRunId").asText();

        deployer.undeploy(APPLICATION);
        deployer.deploy(APPLICATION);
        startServers();

        DaemonClient.until(() -> isWaiting("Beta") && isWaiting("Alpha"));
        JsonNode beta = connector("Beta");
        assertThat(beta.path("targetState").asText()).isEqualTo("PAUSED");
        assertThat(client.get(V1 + "connectors/Beta/target-state")
                        .path("targetState")
                        .asText())
                .isEqualTo("PAUSED");
        assertThat(beta.has("lastRefreshTime")).isFalse();
        assertThat(beta.path("lastSuccessfulRunId").asText()).isEqualTo(lastRun);
        assertThat(client.get(V1 + "runs/" + lastRun).path("outcome").asText()).isEqualTo("SUCCEEDED");

        assertThat(setTarget("Beta", "STARTED").statusCode()).isEqualTo(200);
        assertThat(connector("Beta").path("lastSuccessfulRunId").asText()).isNotEqualTo(lastRun);
    }

    @Test
    @Order(6)
    void longRefreshEndsWhenItIsCancelled() throws IOException {
        for (int i = 0; i < 6_000; i++) {
            Files.writeString(FILES.resolve("Large").resolve("file-" + i + ".csv"), "a,b,c,d,e,f,g,h,i,j\n");
        }
        assertThat(post("connectors/Large/refresh").statusCode()).isEqualTo(202);
        DaemonClient.until(() -> connector("Large").at("/run/report/created").asInt() > 0);
        String run = connector("Large").at("/run/id").asText();

        assertThat(post("runs/" + run + "/cancel").statusCode()).isEqualTo(202);

        DaemonClient.until(
                () -> client.get(V1 + "runs/" + run).path("outcome").asText().equals("CANCELLED"));
        assertThat(connector("Large").path("status").asText()).isEqualTo("WAITING");
        HttpResponse<String> again = post("runs/" + run + "/cancel");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("messageId").asText()).isEqualTo("INTEGRATION-DAEMON-SERVICES-409-002");
    }

    @Test
    @Order(7)
    void mistakesAreNamed() {
        String nobody = "00000000-0000-4000-8000-000000000000";
        assertThat(client.send("GET", V1 + "runs/" + nobody, "").statusCode()).isEqualTo(404);
        assertThat(client.send("GET", V1 + "requests/" + nobody, "").statusCode())
                .isEqualTo(404);
        assertThat(post("runs/" + nobody + "/cancel").statusCode()).isEqualTo(404);
        assertThat(client.send("GET", V1 + "runs/latest", "").statusCode()).isEqualTo(400);
        assertThat(client.send("GET", V1 + "runs?limit=0", "").statusCode()).isEqualTo(400);
        HttpResponse<String> asleep = setTarget("Alpha", "ASLEEP");
        assertThat(asleep.statusCode()).isEqualTo(400);
        assertThat(json(asleep).path("detail").asText()).contains("STARTED, PAUSED, STOPPED");
    }

    @Test
    @Order(9)
    void everythingIsTakenAway() throws IOException {
        for (String server : List.of(DAEMON, STORE)) {
            server(server, "stop");
            assertThat(client.send("DELETE", SERVERS + server + "/configuration", "")
                            .statusCode())
                    .isEqualTo(204);
        }
        deployer.undeploy(APPLICATION);
        FileTrees.remove(FILES);
    }

    private void document(String server, String content) {
        HttpResponse<String> saved = client.send("PUT", SERVERS + server + "/configuration", content);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    }

    private void startServers() {
        server(STORE, "start");
        server(DAEMON, "start");
    }

    private void server(String server, String what) {
        HttpResponse<String> done = client.send("POST", SERVERS + server + "/" + what, "");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path) {
        return client.send("POST", V1 + path, "");
    }

    private HttpResponse<String> setTarget(String connector, String target) {
        return client.send(
                "PUT",
                V1 + "connectors/" + connector + "/target-state?wait=30",
                "{\"targetState\":\"" + target + "\"}");
    }

    private JsonNode connector(String name) {
        return client.get(V1 + "connectors/" + name);
    }

    private boolean isWaiting(String connector) {
        return connector(connector).path("status").asText().equals("WAITING");
    }
}
