package io.openintegration.daemon.connectors.databases;

import java.sql.SQLException;

class RelationalDatabaseMonitorOnH2ContractTest extends RelationalDatabaseMonitorContract {

    @Override
    ReachableDatabase newDatabase() throws SQLException {
        return new H2Server();
    }

    @Override
    protected void analyse(String table) throws Exception {
        database().execute("ANALYZE TABLE " + table);
    }
}
