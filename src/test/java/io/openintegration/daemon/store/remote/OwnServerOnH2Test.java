package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class OwnServerOnH2Test extends OwnServerContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
