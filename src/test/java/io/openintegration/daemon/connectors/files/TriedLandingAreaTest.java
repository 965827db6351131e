package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTestStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a directory that is tried in steps. */
class TriedLandingAreaTest {

    @TempDir
    Path base;

    private final ClosedEntries places = new ClosedEntries();
    private MonitorFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new MonitorFixture(base);
        Files.createDirectory(fixture.directory());
    }

    @Test
    void directoryThatCanBeMonitoredPassesEveryStepAndNothingIsDescribed() throws IOException {
        fixture.file("a.csv", "a,b\n");

        assertThat(tried(fixture.connection()))
                .containsExactly("CONFIGURATION PASSED", "CONNECT PASSED", "RIGHT PASSED", "SAMPLE_READ PASSED");
        assertThat(fixture.context().auditLog().entries()).isEmpty();
        assertThat(fixture.nothingOpen()).isTrue();
    }

    @Test
    void directoryWithoutFilesHasNoSample() throws IOException {
        Files.createDirectory(fixture.directory().resolve("sub"));

        assertThat(tried(fixture.connection()))
                .containsExactly("CONFIGURATION PASSED", "CONNECT PASSED", "RIGHT PASSED", "SAMPLE_READ SKIPPED");
    }

    @Test
    void onlyFilesThatAreWantedAreSamples() throws IOException {
        places.close(fixture.file("a.tmp", "x"));
        fixture.file("b.csv", "a,b\n");

        assertThat(tried(fixture.connection(Map.of("excludeFiles", "*.tmp"))))
                .last()
                .isEqualTo("SAMPLE_READ PASSED");
        assertThat(places.opened()).hasSize(1);
    }

    @Test
    void missingAddressIsAFaultOfTheConfiguration() {
        assertThat(tried(fixture.connection(Optional.empty(), Map.of())))
                .containsExactly(
                        "CONFIGURATION FAILED 400-001", "CONNECT SKIPPED", "RIGHT SKIPPED", "SAMPLE_READ SKIPPED");
    }

    @Test
    void missingDirectoryIsNotReached() {
        assertThat(tried(fixture.connection(Optional.of("nowhere"), Map.of())))
                .containsExactly(
                        "CONFIGURATION PASSED", "CONNECT FAILED 404-001", "RIGHT SKIPPED", "SAMPLE_READ SKIPPED");
    }

    @Test
    void directoryThatMayNotBeListedIsAMatterOfRights() {
        places.close(fixture.directory());

        assertThat(tried(fixture.connection()))
                .containsExactly(
                        "CONFIGURATION PASSED", "CONNECT PASSED", "RIGHT FAILED 500-002", "SAMPLE_READ SKIPPED");
    }

    @Test
    void fileThatMayNotBeOpenedIsAWarning() throws IOException {
        places.close(fixture.file("a.csv", "a,b\n"));

        assertThat(tried(fixture.connection())).last().isEqualTo("SAMPLE_READ WARNING 0108");
    }

    private List<String> tried(Connection connection) {
        DataFilesMonitor monitor = new DataFilesMonitor(connection, places);
        monitor.initialize(fixture.context());
        List<ConnectionTestStep> steps = new ArrayList<>();
        monitor.connectionTest().orElseThrow().run(steps::add);
        monitor.disconnect();
        return steps.stream()
                .map(step -> step.kind() + " " + step.outcome()
                        + step.message()
                                .map(why -> " " + why.id().replace("BASIC-FILES-INTEGRATION-CONNECTORS-", ""))
                                .orElse(""))
                .toList();
    }
}
