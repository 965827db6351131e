package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class TwoDaemonsOnPostgresTest extends TwoDaemonsContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }
}
