package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class TwoDaemonsOnH2Test extends TwoDaemonsContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
