package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class StoreEventsOnPostgresTest extends StoreEventsContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
