package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import io.openintegration.daemon.testing.H2Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

class CrashOnH2Test extends CrashContract<H2Database> {

    @Override
    H2Database newDatabase(Path directory) {
        return new H2Database(directory);
    }

    @Override
    Map<String, Acknowledged> writeUntilKilled(
            H2Database database, Path directory, int acknowledgements, Runnable moment)
            throws IOException, InterruptedException {
        return WritingProcess.start(directory.resolve("errors.txt"), "h2", directory.toString())
                .killAfter(acknowledgements, moment);
    }
}
