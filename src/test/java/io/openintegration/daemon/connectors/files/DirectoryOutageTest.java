package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that is away empties no catalogue. */
class DirectoryOutageTest {

    @TempDir
    Path base;

    private MonitorFixture fixture;
    private ConnectorBench<FilesIntegratorContext> bench;
    private DataFilesMonitor monitor;
    private Set<String> before;

    @BeforeEach
    void catalogue() throws IOException {
        fixture = new MonitorFixture(base);
        bench = new ReconcilingBench<>(fixture.context());
        fixture.file("drop-foot/week-01.csv", "patient,left\n4711,1.5\n");
        fixture.file("notes.txt", "read me");
        monitor = new DataFilesMonitor(fixture.connection());
        monitor.initialize(fixture.context());
        monitor.start();
        bench.refresh(monitor);
        assertThat(bench.catalogued()).hasSize(4);
        before = bench.elements();
        assertThat(before).hasSizeGreaterThan(4);
    }

    @Test
    void mountThatVanishedWithItsMountPointFailsTheConnector() throws IOException {
        Files.move(fixture.directory(), base.resolve("elsewhere"));

        assertThatThrownBy(() -> bench.refresh(monitor)).isInstanceOf(ConnectorException.class);
        assertThat(bench.elements()).isEqualTo(before);
    }

    @Test
    void emptyMountPointInItsPlaceRemovesNothingAndTheMountIsFoundAgain() throws IOException {
        Files.move(fixture.directory(), base.resolve("elsewhere"));
        Files.createDirectory(fixture.directory());

        bench.refresh(monitor);
        assertThat(bench.elements()).isEqualTo(before);

        Files.delete(fixture.directory());
        Files.move(base.resolve("elsewhere"), fixture.directory());
        assertThat(bench.refresh(monitor).removed()).isEmpty();
        assertThat(bench.elements()).isEqualTo(before);
    }

    @Test
    void fileThatWasDeletedWhileOthersAreThereIsRemoved() throws IOException {
        Files.delete(fixture.directory().resolve("notes.txt"));

        assertThat(bench.refresh(monitor).removed()).singleElement().asString().endsWith("/notes.txt");
    }
}
