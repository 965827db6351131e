package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.connectors.files.DataFolderMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.LandingAreaProvider;

/**
 * Makes {@link DataFolderMonitor}s of directories of other hosts. Answers to the names of {@link
 * DataFolderMonitorProvider} where the endpoint's address begins with {@code sftp:}.
 */
public final class SftpDataFolderMonitorProvider extends LandingAreaProvider {

    public SftpDataFolderMonitorProvider() {
        super(
                "sftp",
                "Catalogues a directory of another host, read by SFTP, as one data set, with the time of the last change in it.",
                new DataFolderMonitorProvider(),
                SftpProperties.DESCRIPTIONS,
                connection -> new DataFolderMonitor(connection, SftpPlace::new));
    }
}
