package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.SharedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The process that writes is killed. */
abstract class KilledWriterContract extends CrashContract<SharedDatabase> {

    @Override
    final Map<String, Acknowledged> writeUntilKilled(
            SharedDatabase database, Path directory, int acknowledgements, Runnable moment)
            throws IOException, InterruptedException {
        List<String> acknowledged = DoomedProcess.start(
                        directory.resolve("errors.txt"), CrashingWriter.class, database.way())
                .killAfter(acknowledgements, moment);
        database.awaitAlone();
        Map<String, Acknowledged> last = new HashMap<>();
        for (String set : acknowledged) {
            String[] words = set.split(" ", -1);
            last.put(words[0], new Acknowledged(Integer.parseInt(words[1]), words[2]));
        }
        return last;
    }
}
