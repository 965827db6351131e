package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import io.openintegration.daemon.testing.KillablePostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The writers live on; PostgreSQL's server is killed under them, and starts again. */
class KilledPostgresTest extends CrashContract<KillablePostgres> {

    private static final long BOUND_SECONDS = 120;

    @Override
    KillablePostgres newDatabase(Path directory) {
        return new KillablePostgres(directory);
    }

    @Override
    Map<String, Acknowledged> writeUntilKilled(
            KillablePostgres database, Path directory, int acknowledgements, Runnable moment) throws Exception {
        EmbeddedMetadataStore store = new EmbeddedMetadataStores(
                        database.dataSource(), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(CrashScript.SERVER);
        Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
        Semaphore written = new Semaphore(0);
        List<CompletableFuture<MetadataStoreException>> writers = CrashScript.WRITERS.stream()
                .map(writer -> CompletableFuture.supplyAsync(
                        () -> write(new CrashScript(store, writer), acknowledged, written),
                        task -> new Thread(task, writer).start()))
                .toList();
        assertThat(written.tryAcquire(acknowledgements, BOUND_SECONDS, TimeUnit.SECONDS))
                .as("the writers write")
                .isTrue();
        moment.run();
        database.kill();
        for (CompletableFuture<MetadataStoreException> writer : writers) {
            assertThat(writer.get(BOUND_SECONDS, TimeUnit.SECONDS).kind())
                    .as("what a writer is told")
                    .isEqualTo(MetadataStoreException.Kind.UNAVAILABLE);
        }
        database.restart();
        return acknowledged;
    }

    /** Writes until the store fails. */
    private static MetadataStoreException write(
            CrashScript script, Map<String, Acknowledged> acknowledged, Semaphore written) {
        try {
            int number = script.last();
            while (true) {
                number++;
                acknowledged.put(script.writer(), new Acknowledged(number, CrashScript.guids(script.carryOut(number))));
                written.release();
            }
        } catch (MetadataStoreException failure) {
            return failure;
        }
    }
}
