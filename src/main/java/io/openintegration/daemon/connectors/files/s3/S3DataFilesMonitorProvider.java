package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.connectors.files.DataFilesMonitorProvider;
import io.openintegration.daemon.connectors.files.remote.LandingAreaProvider;

/**
 * Makes {@link DataFilesMonitor}s of places in stores of objects. Answers to the names of {@link
 * DataFilesMonitorProvider} where the endpoint's address begins with {@code s3:}.
 */
public final class S3DataFilesMonitorProvider extends LandingAreaProvider {

    public S3DataFilesMonitorProvider() {
        super(
                "s3",
                "Catalogues the objects of a bucket, or of a folder in it, one element for each object.",
                new DataFilesMonitorProvider(),
                S3Properties.DESCRIPTIONS,
                connection -> new DataFilesMonitor(connection, S3Place::new));
    }
}
