package io.openintegration.daemon.persistence;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class JdbiLineageInboxesOnPostgresTest extends JdbiLineageInboxesContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
