package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;

class QueryPlansOnPostgresTest extends QueryPlansContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }

    @Override
    String wholeTable() {
        return "Seq Scan";
    }

    @Override
    String index(String name) {
        return name;
    }
}
