package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;

class DataFilesMonitorContractTest extends MonitorContract {

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFilesMonitor(connection);
    }
}
