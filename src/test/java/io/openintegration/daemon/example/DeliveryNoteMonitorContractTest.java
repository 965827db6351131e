package io.openintegration.daemon.example;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DeliveryNoteMonitorContractTest extends IntegrationConnectorContract<FilesIntegratorContext> {

    private static final String NOTE = "delivery-note.txt";

    @TempDir
    Path base;

    private ConnectorBench<FilesIntegratorContext> bench;

    @BeforeEach
    void prepare() {
        bench = new ReconcilingBench<>(new FakeFilesIntegratorContext(base));
    }

    @Override
    protected ConnectorBench<FilesIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<FilesIntegratorContext> newConnector() {
        return new DeliveryNoteMonitor(
                new Connection("test", Optional.of(NOTE), Map.of(), Optional.empty(), Optional.empty(), Map.of()));
    }

    @Override
    protected void makeSource() throws IOException {
        Files.writeString(base.resolve(NOTE), "week-01=Measurements of the first week\nweek-02=The second week\n");
    }

    @Override
    protected void changeSource() throws IOException {
        Files.writeString(base.resolve(NOTE), "week-01=Measurements of the first week, corrected\n");
    }

    @Override
    protected void takeSourceAway() throws IOException {
        Files.move(base.resolve(NOTE), base.resolve("elsewhere"));
    }

    @Override
    protected void bringSourceBack() throws IOException {
        Files.move(base.resolve("elsewhere"), base.resolve(NOTE));
    }

    @Override
    protected String unavailableMessageId() {
        return "DELIVERY-NOTES-404-001";
    }

    @Override
    protected boolean isReleased() {
        return true; // the connector keeps nothing open
    }
}
