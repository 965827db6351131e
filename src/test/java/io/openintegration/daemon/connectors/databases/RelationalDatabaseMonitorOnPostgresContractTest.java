package io.openintegration.daemon.connectors.databases;

class RelationalDatabaseMonitorOnPostgresContractTest extends RelationalDatabaseMonitorContract {

    @Override
    ReachableDatabase newDatabase() {
        return new PostgresFixture();
    }
}
