package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class StoreEventsOnH2Test extends StoreEventsContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
