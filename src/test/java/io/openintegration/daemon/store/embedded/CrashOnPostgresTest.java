package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class CrashOnPostgresTest extends KilledWriterContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
