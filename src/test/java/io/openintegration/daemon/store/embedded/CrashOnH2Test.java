package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class CrashOnH2Test extends CrashContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }

    @Override
    String[] coordinates(TestDatabase database, Path directory) {
        return new String[] {"h2", directory.toString()};
    }

    @Override
    void settle(TestDatabase database) {
        // The file has no other writer than the process that is gone.
    }
}
