package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class CrashOnH2Test extends KilledWriterContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
