package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.connectors.files.DataFilesMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.LandingAreaProvider;

/**
 * Makes {@link DataFilesMonitor}s of directories of other hosts. Answers to the names of {@link
 * DataFilesMonitorProvider} where the endpoint's address begins with {@code sftp:}.
 */
public final class SftpDataFilesMonitorProvider extends LandingAreaProvider {

    public SftpDataFilesMonitorProvider() {
        super(
                "sftp",
                "Catalogues the files of a directory of another host, read by SFTP, one element for each file.",
                new DataFilesMonitorProvider(),
                SftpProperties.DESCRIPTIONS,
                connection -> new DataFilesMonitor(connection, SftpPlace::new));
    }
}
