package io.openintegration.daemon.persistence;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class InboxCrashOnPostgresTest extends InboxCrashContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
