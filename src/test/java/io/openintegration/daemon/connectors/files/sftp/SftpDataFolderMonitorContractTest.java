package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;

class SftpDataFolderMonitorContractTest extends SftpMonitorContract {

    @Override
    FilesIntegratorConnector newMonitor(Connection connection) {
        return new DataFolderMonitor(connection, SftpPlace::new);
    }
}
