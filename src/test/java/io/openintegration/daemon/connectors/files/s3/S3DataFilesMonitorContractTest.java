package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;

class S3DataFilesMonitorContractTest extends S3MonitorContract {

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFilesMonitor(connection, S3Place::new);
    }
}
