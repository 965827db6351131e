package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;

class S3DataFolderMonitorContractTest extends S3MonitorContract {

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFolderMonitor(connection, S3Place::new);
    }
}
