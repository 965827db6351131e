package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.SharedDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A process that writes until it is killed, and says on its standard output what was acknowledged. */
final class CrashingWriter {

    private CrashingWriter() {}

    /** @param arguments the way to the database */
    public static void main(String... arguments) {
        EmbeddedMetadataStore store = new EmbeddedMetadataStores(
                        SharedDatabase.by(List.of(arguments)), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(CrashScript.SERVER);
        CompletableFuture.allOf(CrashScript.WRITERS.stream()
                        .map(writer -> CompletableFuture.runAsync(
                                () -> write(new CrashScript(store, writer)), task -> new Thread(task).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void write(CrashScript script) {
        int number = script.last();
        while (true) {
            number++;
            DoomedProcess.acknowledged(
                    script.writer() + " " + number + " " + CrashScript.guids(script.carryOut(number)));
        }
    }
}
