package io.openintegration.daemon.connectors.databases;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
class RelationalDatabaseMonitorOnMariaDbContractTest extends RelationalDatabaseMonitorContract {

    @Override
    ReachableDatabase newDatabase() {
        return new MariaDbFixture();
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
}
