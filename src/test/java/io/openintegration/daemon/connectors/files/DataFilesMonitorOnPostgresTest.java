package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class DataFilesMonitorOnPostgresTest extends MonitorOnDatabaseContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
