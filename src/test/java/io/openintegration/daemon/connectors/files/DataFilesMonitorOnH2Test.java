package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class DataFilesMonitorOnH2Test extends MonitorOnDatabaseContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
