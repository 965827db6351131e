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

/** What every connector must do, by the monitor of databases, on one kind of database. */
abstract class RelationalDatabaseMonitorContract extends IntegrationConnectorContract<DatabaseIntegratorContext> {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
    private ReachableDatabase database;

    abstract ReachableDatabase newDatabase() throws Exception;

    @BeforeEach
    void prepare() throws Exception {
        database = newDatabase();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Override
    protected ConnectorBench<DatabaseIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<DatabaseIntegratorContext> newConnector() {
        return DatabaseFixture.monitor(database.connection(Map.of()));
    }

    @Override
    protected void makeSource() throws Exception {
        database.execute(
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.customer (id bigint PRIMARY KEY, name varchar(80) NOT NULL)",
                "CREATE TABLE sales.orders (id bigint PRIMARY KEY, customer bigint REFERENCES sales.customer)",
                "CREATE VIEW sales.names AS SELECT name FROM sales.customer");
    }

    @Override
    protected void changeSource() throws Exception {
        database.execute("COMMENT ON TABLE sales.customer IS 'who buys'", "CREATE TABLE sales.returned (id bigint)");
    }

    @Override
    protected void takeSourceAway() throws IOException {
        database.proxy().refuse();
    }

    @Override
    protected void bringSourceBack() throws IOException {
        database.proxy().acceptAgain();
    }

    @Override
    protected String unavailableMessageId() {
        return "DATABASE-INTEGRATION-CONNECTORS-503-001";
    }

    @Override
    protected boolean isReleased() {
        await().untilAsserted(() -> assertThat(database.proxy().open()).isZero());
        return context.threadsEnd();
    }

    final ReachableDatabase database() {
        return database;
    }
}
