package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writers that are at work at the same time. */
public abstract class MetadataStoreConcurrencyContract extends MetadataStoreContract {

    private static final int WRITERS = 8;

    @Test
    void parallelWritersNeverMakeADuplicate() throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        Callable<Optional<Kind>> writer = () -> {
            start.await(10, TimeUnit.SECONDS);
            try {
                store.apply(ANYONE, ChangeSet.of(create(FOLDER, named("same")), describeNothing()));
                return Optional.empty();
            } catch (ChangeRejectedException rejected) {
                return Optional.of(rejected.kind());
            }
        };
        List<Optional<Kind>> outcomes = inParallel(writer);
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Optional::isPresent)
                .containsOnly(Optional.of(Kind.DUPLICATE_NAME))
                .hasSize(WRITERS - 1);
        assertThat(found(containing("same"))).containsExactly("same");
    }

    @Test
    void parallelUpdatesOfOneElementAreAllCounted() throws Exception {
        Guid guid = file("n");
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        inParallel(() -> {
            start.await(10, TimeUnit.SECONDS);
            return one(ANYONE, describe(guid, Thread.currentThread().getName()));
        });
        assertThat(read(guid).versions().version()).isEqualTo(1 + WRITERS);
    }

    @Test
    void parallelRelatesMakeOneLink() throws Exception {
        Guid folder = folder("folder");
        Guid file = file("n");
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Guid> links = inParallel(() -> {
            start.await(10, TimeUnit.SECONDS);
            return one(ANYONE, relate("NestedFile", folder, file, ElementProperties.NONE))
                    .guid();
        });
        assertThat(links).containsOnly(links.get(0));
    }

    private static Change describeNothing() {
        return new Change.Unrelate(new Guid("none"));
    }

    private static <T> List<T> inParallel(Callable<T> writer) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : writers.invokeAll(
                    IntStream.range(0, WRITERS).mapToObj(i -> writer).toList(), 60, TimeUnit.SECONDS)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            writers.shutdownNow();
        }
    }
}
