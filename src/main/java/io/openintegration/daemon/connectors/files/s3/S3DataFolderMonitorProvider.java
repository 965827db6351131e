package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.connectors.files.DataFolderMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.LandingAreaProvider;

/**
 * Makes {@link DataFolderMonitor}s of places in stores of objects. Answers to the names of {@link
 * DataFolderMonitorProvider} where the endpoint's address begins with {@code s3:}.
 */
public final class S3DataFolderMonitorProvider extends LandingAreaProvider {

    public S3DataFolderMonitorProvider() {
        super(
                "s3",
                "Catalogues a bucket, or a folder in it, as one data set, with the time of the last change in it.",
                new DataFolderMonitorProvider(),
                S3Properties.DESCRIPTIONS,
                connection -> new DataFolderMonitor(connection, S3Place::new));
    }
}
