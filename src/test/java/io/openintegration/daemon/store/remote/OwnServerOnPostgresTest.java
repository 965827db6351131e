package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class OwnServerOnPostgresTest extends OwnServerContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
