package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.BatchStoreContract;
import io.openintegration.daemon.testing.MetadataStoreConcurrencyContract;
import io.openintegration.daemon.testing.MetadataStoreQuestionContract;
import io.openintegration.daemon.testing.MetadataStoreReadContract;
import io.openintegration.daemon.testing.MetadataStoreRelationshipContract;
import io.openintegration.daemon.testing.MetadataStoreRemovalContract;
import io.openintegration.daemon.testing.MetadataStoreWriteContract;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the metadata server in a database promises, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedMetadataStoreContract {

    private static final Requester ERIN = new Requester(new UserId("erin"), Optional.empty());
    private static final ServerName SERVER = new ServerName("cocoMDS1");
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private TestDatabase database;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeAll
    void openDatabase(@TempDir Path directory) {
        database = newDatabase(directory);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Nested
    class Writes extends MetadataStoreWriteContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class Relationships extends MetadataStoreRelationshipContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class ParallelWriters extends MetadataStoreConcurrencyContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class Removals extends MetadataStoreRemovalContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class Searches extends MetadataStoreQuestionContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class Batches extends BatchStoreContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Nested
    class Reads extends MetadataStoreReadContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer(CLOCK);
        }
    }

    @Test
    void contentSurvivesReopening(@TempDir Path own) {
        try (TestDatabase reopened = newDatabase(own)) {
            MetadataStore store = stores(reopened).open(SERVER);
            Guid guid = store.apply(ERIN, ChangeSet.of(folder("f"))).get(0).guid();
            Element before = store.get(ERIN, guid, false).orElseThrow();
            reopened.restart();
            assertThat(stores(reopened).open(SERVER).get(ERIN, guid, false)).contains(before);
        }
    }

    @Test
    void receiptsAreForgottenAfterADay() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:15:30Z"));
        BatchStore store = (BatchStore) newServer(clock);
        BatchId first = new BatchId("first", 0, "d");
        ChangeSet changes = ChangeSet.of(new Change.RemoveElement(new Guid("gone"), Change.Removal.PURGE));
        store.applyOnce(ERIN, first, changes);
        clock.advance(Duration.ofHours(23));
        store.applyOnce(ERIN, new BatchId("second", 0, "d"), changes);
        assertThat(store.applyOnce(ERIN, first, changes).repeated()).isTrue();
        clock.advance(Duration.ofHours(2));
        store.applyOnce(ERIN, new BatchId("third", 0, "d"), changes);
        assertThat(store.applyOnce(ERIN, first, changes).repeated()).isFalse();
        assertThat(store.applyOnce(ERIN, new BatchId("second", 0, "d"), changes).repeated())
                .isTrue();
    }

    @Test
    void lastChangesComeFirstOrLast() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:15:30Z"));
        MetadataStore store = newServer(clock);
        List<Guid> made = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            made.add(store.apply(ERIN, ChangeSet.of(folder(name))).get(0).guid());
            clock.advance(Duration.ofSeconds(1));
        }
        store.apply(
                ERIN,
                ChangeSet.of(new Change.UpdateElement(
                        made.get(0),
                        ElementProperties.builder().text("description", "d").build(),
                        true)));
        for (Condition where : List.of(Condition.always(), new Condition.Present("qualifiedName"))) {
            assertThat(found(store, where, Sequence.UPDATE_RECENT)).containsExactly(made.get(0), made.get(2));
            assertThat(found(store, where, Sequence.UPDATE_OLDEST)).containsExactly(made.get(1), made.get(2));
        }
    }

    private static List<Guid> found(MetadataStore store, Condition where, Sequence sequence) {
        return store
                .find(ERIN, new ElementQuery(Optional.empty(), Set.of(), where, false, sequence, new Paging(0, 2)))
                .stream()
                .map(Element::guid)
                .toList();
    }

    @Test
    void serversDoNotSeeEachOthersContent() {
        MetadataStore one = stores(database).open(new ServerName("server-1"));
        MetadataStore other = stores(database).open(new ServerName("Server_1"));
        Guid guid = one.apply(ERIN, ChangeSet.of(folder("f"))).get(0).guid();
        assertThat(other.get(ERIN, guid, true)).isEmpty();
        assertThat(other.apply(ERIN, ChangeSet.of(folder("f")))).hasSize(1);
    }

    @Test
    void failingDatabaseIsUnavailableAndTellsNoSql(@TempDir Path own) {
        try (TestDatabase lost = newDatabase(own)) {
            MetadataStore store = stores(lost).open(SERVER);
            lost.wipe();
            assertThatThrownBy(() -> store.apply(ERIN, ChangeSet.of(folder("f"))))
                    .isInstanceOfSatisfying(MetadataStoreException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(MetadataStoreException.Kind.UNAVAILABLE);
                        assertThat(failure.reason().id()).isEqualTo("OPEN-METADATA-STORE-500-001");
                        assertThat(failure.getMessage()).contains("cocoMDS1").doesNotContainIgnoringCase("select");
                    });
        }
    }

    @Test
    void absentDatabaseIsUnavailable() {
        EmbeddedMetadataStores stores =
                new EmbeddedMetadataStores(database.absent(), TypeCatalogue.openMetadata(), Clock.systemUTC());
        assertThatThrownBy(() -> stores.open(SERVER))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OPEN-METADATA-STORE-500-001");
    }

    @Test
    void tooLongPropertiesAreRefusedNamingTheChange() {
        Change tooLong = new Change.CreateElement(
                new TypeName("FileFolder"),
                ElementProperties.builder()
                        .text("qualifiedName", "long")
                        .text("description", "x".repeat(600_000))
                        .build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> newServer(Clock.systemUTC()).apply(ERIN, ChangeSet.of(folder("f"), tooLong)))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-002");
    }

    @Test
    void platformsThatOpenAServerAtOnceMakeItOnce() {
        EmbeddedMetadataStores stores = stores(database);
        CompletableFuture<?>[] platforms = IntStream.range(0, 4)
                .mapToObj(platform -> CompletableFuture.runAsync(() -> stores.open(new ServerName("at once"))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(platforms).join();

        assertThat(stores.open(new ServerName("at once")).apply(ERIN, ChangeSet.of(folder("f"))))
                .hasSize(1);
    }

    private MetadataStore newServer(Clock clock) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), clock)
                .open(new ServerName("contract " + SERVERS.incrementAndGet()));
    }

    private static EmbeddedMetadataStores stores(TestDatabase database) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), Clock.systemUTC());
    }

    private static Change folder(String name) {
        return new Change.CreateElement(
                new TypeName("FileFolder"),
                ElementProperties.builder().text("qualifiedName", name).build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
