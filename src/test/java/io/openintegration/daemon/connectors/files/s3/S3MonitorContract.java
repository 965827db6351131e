package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What both monitors keep over a store of objects. */
abstract class S3MonitorContract extends IntegrationConnectorContract<FilesIntegratorContext> {

    private S3Fixture fixture;
    private ConnectorBench<FilesIntegratorContext> bench;

    @BeforeEach
    void prepare() {
        fixture = new S3Fixture();
        bench = new ReconcilingBench<>(fixture.context());
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
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
    protected void makeSource() {
        fixture.put("landing/drop-foot/week-01.csv", "patient,left,right\n4711,1.5,1.7\n");
        fixture.put("landing/notes.txt", "read me");
    }

    @Override
    protected void changeSource() {
        fixture.put("landing/drop-foot/week-02.csv", "patient,left,right\n4711,1.6,1.7\n");
    }

    @Override
    protected void takeSourceAway() throws IOException {
        fixture.proxy().refuse();
    }

    @Override
    protected void bringSourceBack() throws IOException {
        fixture.proxy().acceptAgain();
    }

    @Override
    protected String unavailableMessageId() {
        return "BASIC-FILES-INTEGRATION-CONNECTORS-503-101";
    }

    @Override
    protected boolean isReleased() {
        return fixture.nothingOpen();
    }
}
