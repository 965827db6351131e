package io.openintegration.daemon.persistence;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;

class InboxCrashOnH2Test extends InboxCrashContract {

    @Override
    SharedDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }
}
