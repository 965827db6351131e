package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents.Placed;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which events committed changes have, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreEventsContract {

    private static final Requester ERIN = new Requester(new UserId("erin"), Optional.empty());
    private static final AtomicInteger SERVERS = new AtomicInteger();
    private static final TypeName NOTE = new TypeName("Confidentiality");

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private EmbeddedMetadataStore store;
    private String place;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeAll
    void openDatabase(@TempDir Path directory) {
        database = newDatabase(directory);
    }

    @BeforeEach
    void openServer() {
        store = newServer();
        place = store.events().now();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void everyKindOfChangeIsTold() throws InterruptedException {
        Guid folder = create("folder", Optional.empty());
        assertThat(told()).containsExactly("ELEMENT_CREATED folder 1");
        create("part", Optional.of(folder));
        Guid other = create("other", Optional.empty());
        told();
        apply(new Change.UpdateElement(folder, text("displayName", "d"), true));
        assertThat(told()).containsExactly("ELEMENT_UPDATED folder 2");
        apply(new Change.Classify(ElementRef.to(folder), NOTE, text("notes", "n")));
        assertThat(told()).containsExactly("ELEMENT_CLASSIFIED folder 3 Confidentiality");
        apply(new Change.Classify(ElementRef.to(folder), NOTE, text("notes", "m")));
        assertThat(told()).containsExactly("ELEMENT_RECLASSIFIED folder 4 Confidentiality");
        apply(new Change.Declassify(folder, NOTE));
        assertThat(told()).containsExactly("ELEMENT_DECLASSIFIED folder 5 Confidentiality");
        Guid link = apply(new Change.Relate(
                new TypeName("DataFlow"), ElementRef.to(folder), ElementRef.to(other), text("label", "l")));
        assertThat(told()).containsExactly("RELATIONSHIP_CREATED " + folder + " " + other + " 1");
        apply(new Change.UpdateRelationship(link, text("label", "k"), true));
        assertThat(told()).containsExactly("RELATIONSHIP_UPDATED " + folder + " " + other + " 2");
        apply(new Change.RemoveElement(folder, Change.Removal.ARCHIVE));
        assertThat(told()).containsExactlyInAnyOrder("ELEMENT_ARCHIVED folder 5", "ELEMENT_ARCHIVED part 1");
        apply(new Change.RestoreElement(folder));
        assertThat(told()).containsExactlyInAnyOrder("ELEMENT_RESTORED folder 5", "ELEMENT_RESTORED part 1");
        apply(new Change.RemoveElement(folder, Change.Removal.PURGE));
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "RELATIONSHIP_DELETED " + folder + " " + other + " 2",
                        "ELEMENT_DELETED part 1",
                        "ELEMENT_DELETED folder 5");
        Guid second = create("second", Optional.empty());
        Guid loose = apply(new Change.Relate(
                new TypeName("DataFlow"), ElementRef.to(second), ElementRef.to(other), text("label", "l")));
        told();
        apply(new Change.Unrelate(loose));
        assertThat(told()).containsExactly("RELATIONSHIP_DELETED " + second + " " + other + " 1");
    }

    @Test
    void eventTellsWhoAndWhen() throws InterruptedException {
        create("folder", Optional.empty());
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.user()).isEqualTo(ERIN.user());
            assertThat(event.time()).isEqualTo(clock.instant());
            assertThat(event.type()).isEqualTo(new TypeName("FileFolder"));
        });
    }

    @Test
    void setTellsWhatItDidAllInAll() throws InterruptedException {
        Guid folder = create("folder", Optional.empty());
        told();
        store.apply(
                ERIN,
                ChangeSet.of(
                        new Change.UpdateElement(folder, text("displayName", "a"), true),
                        new Change.UpdateElement(folder, text("displayName", "b"), true),
                        new Change.Classify(ElementRef.to(folder), NOTE, text("notes", "n")),
                        folder("made", Optional.of(ElementRef.to(folder))),
                        new Change.Relate(
                                new TypeName("FolderHierarchy"),
                                ElementRef.to(folder),
                                ElementRef.to(new QualifiedName("made")),
                                ElementProperties.builder().build())));
        assertThat(told())
                .containsExactly(
                        "ELEMENT_UPDATED folder 4",
                        "ELEMENT_CLASSIFIED folder 4 Confidentiality",
                        "ELEMENT_CREATED made 1",
                        "RELATIONSHIP_CREATED " + folder + " " + guid("made") + " 1");
    }

    @Test
    void whatChangesNothingOrIsRefusedOrUndoneIsNotTold() throws InterruptedException {
        Guid folder = create("folder", Optional.empty());
        told();
        apply(new Change.UpdateElement(folder, text("qualifiedName", "folder"), true));
        apply(new Change.RestoreElement(folder));
        assertThatThrownBy(() -> store.apply(
                        ERIN, ChangeSet.of(folder("new", Optional.empty()), folder("folder", Optional.empty()))))
                .hasMessageStartingWith("OMAG-COMMON-409-001");
        CommitGuard never = connection -> {
            throw new IllegalStateException("not entitled any more");
        };
        assertThatThrownBy(() -> store.guardedBy(never).apply(ERIN, ChangeSet.of(folder("late", Optional.empty()))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void repeatedBatchIsToldOnceAndGuardedWritersAreToldToo() throws InterruptedException {
        ChangeSet changes = ChangeSet.of(folder("folder", Optional.empty()));
        store.applyOnce(ERIN, new BatchId("request", 0, "d"), changes);
        store.applyOnce(ERIN, new BatchId("request", 0, "d"), changes);
        store.guardedBy(CommitGuard.NONE).apply(ERIN, ChangeSet.of(folder("other", Optional.empty())));
        assertThat(told()).containsExactly("ELEMENT_CREATED folder 1", "ELEMENT_CREATED other 1");
    }

    @Test
    void importIsAGap() throws IOException, InterruptedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        create("folder", Optional.empty());
        store.content().exportTo(export);
        EmbeddedMetadataStore target = newServer();
        String before = target.events().now();
        target.content().importFrom(new ByteArrayInputStream(export.toByteArray()));
        assertThat(target.events().after(before, 10, Duration.ZERO)).isEmpty();
    }

    private Guid create(String name, Optional<Guid> anchor) {
        return apply(folder(name, anchor.map(ElementRef::to)));
    }

    private Guid apply(Change change) {
        return store.apply(ERIN, ChangeSet.of(change)).get(0).guid();
    }

    private Guid guid(String name) {
        QualifiedName wanted = new QualifiedName(name);
        return store.findByQualifiedNames(ERIN, List.of(wanted)).get(wanted).guid();
    }

    private static Change folder(String name, Optional<ElementRef> anchor) {
        return new Change.CreateElement(
                new TypeName("FileFolder"), text("qualifiedName", name), Map.of(), anchor, Optional.empty());
    }

    private static ElementProperties text(String property, String value) {
        return ElementProperties.builder().text(property, value).build();
    }

    private List<String> told() throws InterruptedException {
        return events().stream().map(StoreEventsContract::words).toList();
    }

    private static String words(StoreEvent event) {
        String what = event.name()
                .map(QualifiedName::value)
                .or(() -> event.ends().map(ends -> ends.end1() + " " + ends.end2()))
                .orElseThrow();
        return event.kind() + " " + what + " " + event.version()
                + event.classification().map(name -> " " + name).orElse("");
    }

    /** Since it was asked last. */
    private List<StoreEvent> events() throws InterruptedException {
        List<Placed> placed =
                store.events().after(place, 100, Duration.ZERO).orElseThrow().events();
        place = store.events().now();
        return placed.stream().map(Placed::event).toList();
    }

    private EmbeddedMetadataStore newServer() {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), clock)
                .open(new ServerName("events " + SERVERS.incrementAndGet()));
    }
}
