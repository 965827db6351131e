package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Guid;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Change sets that are carried out at most once. */
public abstract class BatchStoreContract extends MetadataStoreContract {

    private static final BatchId FIRST = new BatchId("request", 0, "digest");

    private BatchStore batches() {
        return (BatchStore) store;
    }

    @Test
    void repeatedSetIsAnsweredAndNotCarriedOut() {
        Guid gone = file("gone");
        Change[] changes = {create(FOLDER, named("folder")), purge(gone), new Change.Unrelate(new Guid("no such: link"))
        };
        BatchOutcome first = batches().applyOnce(OWNER, FIRST, ChangeSet.of(changes));
        assertThat(first.repeated()).isFalse();
        BatchOutcome again = batches().applyOnce(OWNER, FIRST, ChangeSet.of(changes));
        assertThat(again.repeated()).isTrue();
        assertThat(again.results()).isEqualTo(first.results());
        assertThat(found(containing(""))).containsExactly("folder");
        assertThat(read(first.results().get(0).guid()).source()).isEqualTo(OWNER.source());
    }

    @Test
    void otherNumbersAndRequestsAreOtherSets() {
        batches().applyOnce(ANYONE, FIRST, ChangeSet.of(create(FOLDER, named("a"))));
        assertThat(batches()
                        .applyOnce(
                                ANYONE, new BatchId("request", 1, "digest"), ChangeSet.of(create(FOLDER, named("b"))))
                        .repeated())
                .isFalse();
        assertThat(batches()
                        .applyOnce(ANYONE, new BatchId("other", 0, "digest"), ChangeSet.of(create(FOLDER, named("c"))))
                        .repeated())
                .isFalse();
        assertThat(found(containing(""))).containsExactly("a", "b", "c");
    }

    @Test
    void otherChangesUnderAnIdThatWasUsedAreRefused() {
        batches().applyOnce(ANYONE, FIRST, ChangeSet.of(create(FOLDER, named("a"))));
        assertThatThrownBy(() -> batches()
                        .applyOnce(ANYONE, new BatchId("request", 0, "x"), ChangeSet.of(create(FOLDER, named("b")))))
                .hasMessageStartingWith("OPEN-METADATA-STORE-409-001");
        assertThat(found(containing(""))).containsExactly("a");
    }

    @Test
    void refusedSetIsNotRemembered() {
        file("taken");
        ChangeSet changes = ChangeSet.of(create(FOLDER, named("new")), create(FOLDER, named("taken")));
        assertThatThrownBy(() -> batches().applyOnce(ANYONE, FIRST, changes))
                .isInstanceOfSatisfying(ChangeRejectedException.class, rejected -> assertThat(rejected.index())
                        .isEqualTo(1));
        assertThat(found(containing(""))).containsExactly("taken");
        assertThat(batches()
                        .applyOnce(ANYONE, FIRST, ChangeSet.of(create(FOLDER, named("new"))))
                        .repeated())
                .isFalse();
    }

    @Test
    void oneOfManyAtTheSameTimeCarriesItOut() throws Exception {
        ChangeSet changes = ChangeSet.of(create(FOLDER, named("folder")));
        CompletableFuture<?>[] senders = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> batches().applyOnce(ANYONE, FIRST, changes)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(senders).get(60, TimeUnit.SECONDS);
        assertThat(Stream.of(senders).map(sender -> (BatchOutcome) sender.join()))
                .filteredOn(outcome -> !outcome.repeated())
                .hasSize(1);
        assertThat(Stream.of(senders).map(sender -> ((BatchOutcome) sender.join()).results()))
                .allMatch(((BatchOutcome) senders[0].join()).results()::equals);
        assertThat(found(containing(""))).containsExactly("folder");
    }
}
