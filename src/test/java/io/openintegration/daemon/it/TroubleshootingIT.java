package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.DAEMON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.FileTrees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

/** The story of the operator's guide, in order, on the real server: each step builds on the one before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleshootingIT {

    private static final Path FILES = Path.of("target/test-data/files");
    private static final Path OAK_DENE =
            FILES.resolve("data/landing-area/hospitals/oak-dene/clinical-trials/drop-foot");
    private static final Path OLD_MARKET =
            FILES.resolve("data/landing-area/hospitals/old-market/clinical-trials/drop-foot");
    private static final Path DATA_LAKE =
            FILES.resolve("data/data-lake/research/clinical-trials/drop-foot/weekly-measurements");
    private static final List<String> FILES_MONITORS = List.of(
            "OakDeneLandingAreaFilesMonitor",
            "OldMarketLandingAreaFilesMonitor",
            "DropFootClinicalTrialResultsFilesMonitor");
    private static final String DATABASE_MONITOR = "OakDeneLandingAreaDatabaseMonitor";

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
    void everyFilesMonitorFailsWhileTheMetadataServerIsDown() throws IOException {
        FileTrees.remove(FILES);
        client.server("POST", "integration-daemon");
        for (String monitor : FILES_MONITORS) {
            JsonNode report = client.await(monitor, "FAILED");
            assertThat(report.path("failingExceptionMessage").asText())
                    .startsWith("OMAG-MULTI-TENANT-404-001 ")
                    .contains("cocoMDS1", "exchangeDL01npa");
            assertThat(report.path("minMinutesBetweenRefresh").asInt()).isEqualTo(10);
        }
        DaemonClient.until(() -> client.auditedSinceStart("integration-daemon", "INTEGRATION-DAEMON-SERVICES-0031")
                        .size()
                == 3);
    }

    @Test
    @Order(2)
    void startUpMessagesComeInTheOrderOfTheGuide() {
        List<String> expected = List.of(
                "OMRS-AUDIT-0064",
                "SERVER-OPS-0001",
                "OMRS-AUDIT-0001",
                "OMRS-AUDIT-0007",
                "SERVER-OPS-0100",
                "INTEGRATION-DAEMON-SERVICES-0001",
                "OIF-CONNECTOR-0001",
                "OPEN-GOVERNANCE-0002");
        DaemonClient.until(() -> !client.auditedSinceStart("integration-daemon", "SERVER-OPS-0004")
                .isEmpty());

        assertThat(client.sinceStart("integration-daemon", ""))
                .filteredOn(found -> found.path("sequence").asLong() <= expected.size())
                .extracting(found -> found.path("messageId").asText())
                .containsExactlyElementsOf(reversed(expected));
    }

    @Test
    @Order(3)
    void nothingHelpsButARestartWhenTheMetadataServerIsBack() {
        assertThat(client.server("POST", "cocoMDS1").path("relatedHTTPCode").asInt())
                .isEqualTo(200);

        JsonNode answer = client.post(DAEMON + "refresh?wait=10", "");

        assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(200);
        FILES_MONITORS.forEach(monitor -> assertThat(client.connector(monitor)
                        .path("failingExceptionMessage")
                        .asText())
                .startsWith("OMAG-MULTI-TENANT-404-001 "));
        assertThat(client.post(DAEMON + "integration-service/files-integrator/refresh", FILES_MONITORS.get(0))
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("INTEGRATION-DAEMON-SERVICES-400-044");
    }

    @Test
    @Order(4)
    void afterARestartTheConnectorsMissTheirDirectories() {
        JsonNode answer = client.get(DAEMON + "integration-service/files-integrator/restart?wait=10");

        assertThat(answer.path("class").asText()).isEqualTo("VoidResponse");
        assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(200);
        for (String monitor : FILES_MONITORS) {
            assertThat(client.await(monitor, "FAILED")
                            .path("failingExceptionMessage")
                            .asText())
                    .startsWith("BASIC-FILES-INTEGRATION-CONNECTORS-404-001 ")
                    .contains("clinical-trials/drop-foot")
                    .hasSizeLessThan(500)
                    .doesNotContain("Connection{", "\n");
        }
    }

    @Test
    @Order(5)
    void withTheDirectoriesMadeARestartMakesThemRunAndTheirFilesAreCatalogued() throws IOException {
        for (Path directory : List.of(OAK_DENE, OLD_MARKET, DATA_LAKE)) {
            Files.createDirectories(directory);
        }
        Files.writeString(OAK_DENE.resolve("week-01.csv"), "patient,strideLength\nP1,2\n");

        // one by its name, as bare text; the others by POST, for the whole service
        assertThat(client.post(DAEMON + "integration-services/files-integrator/restart?wait=10", FILES_MONITORS.get(0))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        client.await(FILES_MONITORS.get(0), "RUNNING");
        assertThat(client.connector(FILES_MONITORS.get(1))
                        .path("connectorStatus")
                        .asText())
                .isEqualTo("FAILED");
        client.post(DAEMON + "integration-services/files-integrator/restart?wait=10", "{}");

        FILES_MONITORS.forEach(
                monitor -> assertThat(client.await(monitor, "RUNNING").has("failingExceptionMessage"))
                        .isFalse());
        DaemonClient.until(() -> client.catalogued("CSVFile", "week-01").equals(List.of("week-01.csv")));
        assertThat(client.catalogued("TabularFileColumn", "strideLength")).containsExactly("strideLength");
        assertThat(client.catalogued("DataFolder", "weekly-measurements")).containsExactly("weekly-measurements");
    }

    @Test
    @Order(6)
    void filesAreFollowedAtRefresh() throws IOException {
        Files.writeString(OAK_DENE.resolve("week-02.csv"), "patient,cadence\n");
        refreshOakDene();
        assertThat(client.catalogued("CSVFile", "week-02")).containsExactly("week-02.csv");
        assertThat(statistics("created")).isEqualTo(1);

        refreshOakDene();
        assertThat(statistics("created") + statistics("updated") + statistics("removed"))
                .as("unchanged writes nothing")
                .isZero();

        Files.writeString(OAK_DENE.resolve("week-02.csv"), "patient,cadence,comment\nP1,100,fine\n");
        refreshOakDene();
        assertThat(statistics("updated")).isEqualTo(1);
        assertThat(client.catalogued("TabularFileColumn", "comment")).containsExactly("comment");

        Files.delete(OAK_DENE.resolve("week-02.csv"));
        refreshOakDene();
        assertThat(statistics("removed")).isEqualTo(1);
        assertThat(client.catalogued("CSVFile", "week-02")).isEmpty();
    }

    @Test
    @Order(7)
    void theWronglyTypedConnectorFailedAllTheTime() {
        JsonNode report = client.connector(DATABASE_MONITOR);

        assertThat(report.path("connectorStatus").asText()).isEqualTo("FAILED");
        assertThat(report.path("failingExceptionMessage").asText())
                .startsWith("OMIS-DATABASE-INTEGRATOR-400-001 ")
                .contains(
                        DATABASE_MONITOR,
                        "Database Integrator OMIS",
                        "io.openintegration.daemon.spi.DatabaseIntegratorConnector");
    }

    @Test
    @Order(8)
    void aStoppedServerSaysSoAndAnUnknownOneHasItsOwnId() {
        assertThat(client.server("DELETE", "integration-daemon")
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);

        JsonNode stopped = client.get(DAEMON + "status");
        assertThat(stopped.path("class").asText()).isEqualTo("IntegrationDaemonStatusResponse");
        assertThat(stopped.path("relatedHTTPCode").asInt()).isEqualTo(404);
        assertThat(stopped.path("exceptionErrorMessageId").asText()).isEqualTo("OMAG-MULTI-TENANT-404-001");
        assertThat(stopped.path("exceptionErrorMessage").asText()).contains("integration-daemon", DaemonClient.USER);
        assertThat(client.get(DAEMON.replace("servers/integration-daemon", "servers/nobody") + "status")
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("SERVER-CONFIGURATION-404-001");
        assertThat(client.server("POST", "integration-daemon")
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        FILES_MONITORS.forEach(monitor -> client.await(monitor, "RUNNING"));
    }

    private void refreshOakDene() {
        JsonNode answer = client.post(
                DAEMON + "integration-connectors/refresh?wait=20",
                "{\"class\":\"NameRequestBody\",\"name\":\"" + FILES_MONITORS.get(0) + "\"}");
        assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(200);
    }

    private long statistics(String count) {
        return client.connector(FILES_MONITORS.get(0))
                .path("statistics")
                .path(count)
                .asLong(-1);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
