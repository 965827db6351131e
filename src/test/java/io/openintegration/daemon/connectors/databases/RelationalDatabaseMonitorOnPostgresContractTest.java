package io.openintegration.daemon.connectors.databases;

class RelationalDatabaseMonitorOnPostgresContractTest extends RelationalDatabaseMonitorContract {

    @Override
    ReachableDatabase newDatabase() {
        return new PostgresFixture();
    }

    @Override
    protected void analyse(String table) throws Exception {
        database().execute("ANALYZE " + table);
    }
}
