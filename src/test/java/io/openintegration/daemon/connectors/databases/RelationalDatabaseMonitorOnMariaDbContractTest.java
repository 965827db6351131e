package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import io.openintegration.daemon.testing.ReconcilingBench;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isThere")
class RelationalDatabaseMonitorOnMariaDbContractTest extends IntegrationConnectorContract<DatabaseIntegratorContext> {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
    private MariaDbFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new MariaDbFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Override
    protected ConnectorBench<DatabaseIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<DatabaseIntegratorContext> newConnector() {
        return DatabaseFixture.monitor(fixture.connection(Map.of()));
    }

    @Override
    protected void makeSource() {
        fixture.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(80) NOT NULL)",
                "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customer (id))",
                "CREATE VIEW names AS SELECT name FROM customer");
    }

    @Override
    protected void changeSource() {
        fixture.execute("ALTER TABLE customer COMMENT = 'who buys'", "CREATE TABLE returned (id bigint)");
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
        return "DATABASE-INTEGRATION-CONNECTORS-503-001";
    }

    @Override
    protected boolean isReleased() {
        await().untilAsserted(() -> assertThat(fixture.proxy().open()).isZero());
        return context.threadsEnd();
    }
}
