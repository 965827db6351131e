package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class RefreshAfterCrashOnH2Test extends RefreshAfterCrashContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
