package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What both monitors of directories keep, beside what every connector does. */
abstract class MonitorContract extends IntegrationConnectorContract<FilesIntegratorContext> {

    @TempDir
    Path base;

    private MonitorFixture fixture;
    private ConnectorBench<FilesIntegratorContext> bench;

    @BeforeEach
    void prepare() {
        fixture = new MonitorFixture(base);
        bench = newBench(fixture.context());
    }

    ConnectorBench<FilesIntegratorContext> newBench(FilesIntegratorContext context) {
        return new ReconcilingBench<>(context);
    }

    abstract FilesIntegratorConnector newMonitor(Connection connection);

    @Override
    protected ConnectorBench<FilesIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<FilesIntegratorContext> newConnector() {
        return newMonitor(fixture.connection());
    }

    @Override
    protected void makeSource() throws IOException {
        fixture.file("drop-foot/week-01.csv", "patient,left,right\n4711,1.5,1.7\n");
        fixture.file("notes.txt", "read me");
        fixture.file(
                "visits.jsonl",
                """
                {"id": 1, "home": {"street": "x", "geo": {"lat": 1.5}}, "steps": [{"n": 1}], "tags": ["a"]}
                {"id": 2}
                """);
    }

    @Override
    protected void changeSource() throws IOException {
        fixture.file("drop-foot/week-02.csv", "patient,left,right\n4711,1.6,1.7\n");
    }

    @Override
    protected void takeSourceAway() throws IOException {
        Files.move(fixture.directory(), base.resolve("elsewhere"));
    }

    @Override
    protected void bringSourceBack() throws IOException {
        Files.move(base.resolve("elsewhere"), fixture.directory());
    }

    @Override
    protected String unavailableMessageId() {
        return "BASIC-FILES-INTEGRATION-CONNECTORS-404-001";
    }

    @Override
    protected boolean isReleased() {
        try {
            return fixture.nothingOpen();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
