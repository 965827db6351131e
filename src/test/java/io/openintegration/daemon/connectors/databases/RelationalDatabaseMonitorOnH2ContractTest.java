package io.openintegration.daemon.connectors.databases;

import java.sql.SQLException;

class RelationalDatabaseMonitorOnH2ContractTest extends RelationalDatabaseMonitorContract {

    @Override
    ReachableDatabase newDatabase() throws SQLException {
        return new H2Server();
    }
}
