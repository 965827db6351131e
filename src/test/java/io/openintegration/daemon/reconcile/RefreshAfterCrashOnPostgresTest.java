package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class RefreshAfterCrashOnPostgresTest extends RefreshAfterCrashContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
