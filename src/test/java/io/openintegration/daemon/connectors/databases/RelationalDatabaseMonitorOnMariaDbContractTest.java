package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
class RelationalDatabaseMonitorOnMariaDbContractTest extends RelationalDatabaseMonitorContract {

    private final MariaDbFixture fixture = new MariaDbFixture();

    @Override
    ReachableDatabase newDatabase() {
        return fixture;
    }

    @Override
    protected String place() {
        return "";
    }

    @Override
    protected String makeOtherPlace() {
        return fixture.makeOther() + ".";
    }

    @Override
    protected Connection narrowConnection() {
        return fixture.connection("", Map.of("includeDatabases", fixture.name()));
    }

    @Override
    protected Connection wideConnection() {
        return fixture.connection("", Map.of("includeDatabases", fixture.name() + "*"));
    }

    /** A database has no schemas in it. */
    @Override
    protected void makeSource() throws Exception {
        database()
                .execute(
                        "CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(80) NOT NULL)",
                        "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customer (id))",
                        "CREATE VIEW names AS SELECT name FROM customer");
    }

    @Override
    protected void changeSource() throws Exception {
        database().execute("ALTER TABLE customer COMMENT = 'who buys'", "CREATE TABLE returned (id bigint)");
    }

    @Override
    protected void analyse(String table) throws Exception {
        database().execute("ANALYZE TABLE " + table);
    }
}
