package io.openintegration.daemon.persistence;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class JdbiLineageInboxesOnH2Test extends JdbiLineageInboxesContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
