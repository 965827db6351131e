package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;

class SftpDataFilesMonitorContractTest extends SftpMonitorContract {

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFilesMonitor(connection, SftpPlace::new);
    }
}
