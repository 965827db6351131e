package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.DocumentReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the operator's guide, played on the guide's own configuration, without a container. */
class TroubleshootingTest {

    private static final Path DOCUMENT = Path.of("server-config/examples/operators-guide/integration-daemon.json");
    private static final String DIRECTORY = "data/landing-area/hospitals/oak-dene/clinical-trials/drop-foot";
    private static final List<String> FILES_MONITORS = List.of(
            "OakDeneLandingAreaFilesMonitor",
            "OldMarketLandingAreaFilesMonitor",
            "DropFootClinicalTrialResultsFilesMonitor");
    private static final String DATABASE_MONITOR = "OakDeneLandingAreaDatabaseMonitor";

    @TempDir
    private Path files;

    private DaemonBench bench;

    @BeforeEach
    void startDaemonWithMetadataServerDown() throws IOException {
        ServerConfiguration configuration = DocumentReaders.of(
                        new Placeholders(name -> Optional.empty()), new PlatformUrls(List.of("https://localhost:9443")))
                .read(new ServerName("integration-daemon"), Files.readString(DOCUMENT));
        bench = new DaemonBench(
                configuration,
                ServiceLoader.load(IntegrationConnectorProvider.class),
                files,
                false,
                Duration.ofSeconds(5),
                4);
        bench.daemon().start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    @Test
    void theStoryOfTheGuide() throws Exception {
        // the metadata server is down: every files monitor fails with the server's message
        for (String monitor : FILES_MONITORS) {
            bench.await(monitor, ConnectorStatus.INITIALIZE_FAILED);
            assertThat(failure(monitor))
                    .startsWith("OMAG-MULTI-TENANT-404-001 ")
                    .contains("cocoMDS1", "exchangeDL01npa");
        }
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0031"))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.message().text())
                        .contains("initialize", "OMAG-MULTI-TENANT-404-001", "cocoMDS1"));

        // it comes back: nothing changes by the timer, nor by a refresh
        bench.metadataServers.start();
        bench.clock.advance(Duration.ofHours(1));
        bench.daemon().tick();
        RequestReceipt refreshed = bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        assertThat(refreshed.skipped()).hasSize(4);
        assertThat(refreshed.await(Duration.ofSeconds(5))).isTrue();
        FILES_MONITORS.forEach(monitor -> assertThat(failure(monitor)).startsWith("OMAG-MULTI-TENANT-404-001 "));

        // a restart gets past the metadata server; now the connectors miss their directories
        restartFilesIntegrator();
        for (String monitor : FILES_MONITORS) {
            assertThat(bench.await(monitor, ConnectorStatus.FAILED).failure()).isPresent();
            assertThat(failure(monitor))
                    .startsWith("BASIC-FILES-INTEGRATION-CONNECTORS-404-001 ")
                    .contains("clinical-trials/drop-foot")
                    .doesNotContain("Connection{", "\n");
        }

        // the directories are made: a restart makes them run, and their files are catalogued
        makeDirectories();
        restartFilesIntegrator();
        FILES_MONITORS.forEach(monitor -> bench.awaitRefreshes(monitor, 1));
        assertThat(FILES_MONITORS)
                .allSatisfy(monitor ->
                        assertThat(bench.state(monitor).status().inTheGuide()).isEqualTo(ConnectorStatus.RUNNING));
        assertThat(catalogued("CSVFile")).containsExactly("week-01.csv");
        assertThat(catalogued("TabularFileColumn")).containsExactlyInAnyOrder("patient", "stepLength");

        // the wrongly typed connector failed all the time, and for the same reason
        assertThat(bench.state(DATABASE_MONITOR).status()).isEqualTo(ConnectorStatus.CONFIG_FAILED);
        assertThat(failure(DATABASE_MONITOR))
                .startsWith("OMIS-DATABASE-INTEGRATOR-400-001 ")
                .contains(
                        DATABASE_MONITOR,
                        "Database Integrator OMIS",
                        "io.openintegration.daemon.spi.DatabaseIntegratorConnector");
    }

    @Test
    void filesAreFollowedThroughTheirLife() throws Exception {
        bench.metadataServers.start();
        makeDirectories();
        restartFilesIntegrator();
        bench.awaitRefreshes(FILES_MONITORS.get(0), 1);

        int writes = bench.store.writeCalls();
        refreshOakDene();
        assertThat(bench.store.writeCalls()).as("unchanged writes nothing").isEqualTo(writes);

        Path directory = files.resolve(DIRECTORY);
        Files.writeString(directory.resolve("week-02.csv"), "patient,stepLength,comment\n");
        refreshOakDene();
        assertThat(catalogued("CSVFile")).containsExactlyInAnyOrder("week-01.csv", "week-02.csv");

        Files.writeString(directory.resolve("week-01.csv"), "patient,strideLength\n1,2\n3,4\n");
        refreshOakDene();
        assertThat(catalogued("TabularFileColumn"))
                .containsExactlyInAnyOrder("patient", "strideLength", "patient", "stepLength", "comment");

        Files.delete(directory.resolve("week-02.csv"));
        refreshOakDene();
        assertThat(catalogued("CSVFile")).containsExactly("week-01.csv");
    }

    private void refreshOakDene() throws InterruptedException {
        RequestReceipt receipt = bench.daemon()
                .refresh(
                        ConnectorSelection.of(new ConnectorName("OakDeneLandingAreaFilesMonitor")),
                        DaemonBench.OPERATOR);
        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
    }

    private void restartFilesIntegrator() throws InterruptedException {
        RequestReceipt receipt =
                bench.daemon().restart(ConnectorSelection.of(IntegrationService.FILES), DaemonBench.OPERATOR);
        FILES_MONITORS.forEach(
                monitor -> assertThat(bench.state(monitor).generation()).isPositive());
        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
    }

    private void makeDirectories() throws IOException {
        Files.createDirectories(files.resolve(DIRECTORY));
        Files.createDirectories(files.resolve(DIRECTORY.replace("oak-dene", "old-market")));
        Files.createDirectories(files.resolve("data/data-lake/research/clinical-trials/drop-foot/weekly-measurements"));
        Files.writeString(files.resolve(DIRECTORY).resolve("week-01.csv"), "patient,stepLength\n1,2\n");
    }

    private String failure(String connector) {
        return bench.state(connector)
                .failure()
                .map(failure -> failure.message().toString())
                .orElse("");
    }

    private List<String> catalogued(String type) {
        return bench.store.elements().stream()
                .filter(element -> element.type().value().equals(type))
                .filter(element -> !element.isArchived())
                .map(Element::properties)
                .map(properties -> properties.text("displayName").orElseThrow())
                .toList();
    }
}
