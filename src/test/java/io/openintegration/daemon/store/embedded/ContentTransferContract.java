package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What export and import promise, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContentTransferContract {

    private static final Requester ERIN = new Requester(new UserId("erin"), Optional.empty());
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private final SettableClock clock = new SettableClock();
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

    @Test
    void exportThatWasCutOffAnywhereLeavesTheStoreEmpty() throws IOException {
        byte[] export = smallExport();
        EmbeddedMetadataStore target = open(newServer());
        List<Integer> places =
                new ArrayList<>(new Random(7).ints(20, 0, export.length).boxed().toList());
        places.add(export.length - 1);
        IntStream.range(0, export.length)
                .filter(place -> export[place] == '\n' && place < export.length - 1)
                .forEach(place -> places.add(place + 1));
        for (int place : places) {
            assertThatThrownBy(() -> takeOver(target, Arrays.copyOf(export, place)))
                    .as("cut after %s bytes", place)
                    .isInstanceOfSatisfying(
                            MetadataStoreException.class,
                            refused -> assertThat(refused.reason().id()).matches("OPEN-METADATA-STORE-400-00[89]"));
        }
        assertThat(takeOver(target, export).elements()).isEqualTo(3);
    }

    @Test
    void exportThatWasChangedAnywhereLeavesTheStoreEmpty() throws IOException {
        byte[] export = smallExport();
        EmbeddedMetadataStore target = open(newServer());
        Random random = new Random(11);
        for (int attempt = 0; attempt < 100; attempt++) {
            byte[] changed = export.clone();
            int place = random.nextInt(export.length);
            changed[place] = (byte) (changed[place] ^ (1 << random.nextInt(7)));
            assertThatThrownBy(() -> takeOver(target, changed))
                    .as("byte %s is %s", place, changed[place])
                    .isInstanceOf(MetadataStoreException.class);
        }
        List<String> lines = new ArrayList<>(text(export).lines().toList());
        String last = lines.remove(1);
        assertThatThrownBy(() -> takeOver(target, joined(lines))).isInstanceOf(MetadataStoreException.class);
        lines.add(2, last);
        assertThatThrownBy(() -> takeOver(target, joined(lines))).isInstanceOf(MetadataStoreException.class);
        assertThatThrownBy(() -> takeOver(target, (text(export) + "{}\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-008");
        assertThat(takeOver(target, export).elements()).isEqualTo(3);
    }

    @Test
    void whatIsNoExportOrOfAnotherVersionIsRefused() throws IOException {
        EmbeddedMetadataStore target = open(newServer());
        String export = text(smallExport());
        for (String other : List.of(
                "",
                "{}\n",
                "[1]\n",
                export.replace("\"version\":1,\"server\"", "\"version\":2,\"server\""),
                export.replace("\"format\":\"open-metadata-store\"", "\"format\":\"archive\""))) {
            assertThatThrownBy(() -> takeOver(target, other.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageStartingWith("OPEN-METADATA-STORE-400-009");
        }
    }

    @Test
    void lineThatIsNotAsExportsAreIsNamedWithItsPlace() throws IOException {
        EmbeddedMetadataStore target = open(newServer());
        String export = text(smallExport());
        for (String wrong : List.of(
                export.replaceFirst("\"guid\":\"0", "\"guid\":\"X"),
                export.replaceFirst("\"typeName\":\"FileFolder\"", "\"typeName\":7"),
                export.replaceFirst("\"createTime\":[0-9]+", "\"createTime\":\"now\""),
                export.replaceFirst("\"version\":1}}", "\"version\":0}}"),
                export.replaceFirst("\"version\":1}}", "\"version\":1,\"zone\":\"z\"}}"),
                export.replaceFirst("\"qualifiedName\":\"top\"", "\"qualifiedName\":{\"int\":1.5}"),
                export.replaceFirst("\"qualifiedName\":\"top\"", "\"qualifiedName\":{\"map\":[]}"),
                export.replaceFirst("\"qualifiedName\":\"top\"", "\"displayName\":\"top\""),
                export.replaceFirst("\"Anchors\":\\{", "\"Memento\":{},\"Anchors\":{"),
                export.replaceFirst("\"element\":\\{", "\"elephant\":{"))) {
            assertThat(wrong).isNotEqualTo(export);
            assertThatThrownBy(() -> takeOver(target, wrong.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageStartingWith("OPEN-METADATA-STORE-400-007")
                    .hasMessageContaining("Line 2 ");
        }
    }

    @Test
    void contradictionThatTheDatabaseFindsIsRefused() throws IOException {
        EmbeddedMetadataStore target = open(newServer());
        String export = text(smallExport());
        for (String wrong : List.of(
                export.replace("\"qualifiedName\":\"part\"", "\"qualifiedName\":\"top\""),
                export.replaceFirst("\"end1\":\"[0-9a-f]{8}", "\"end1\":\"ffffffff"),
                export.replaceFirst("\"createdBy\":\"erin\"", "\"createdBy\":\"" + "e".repeat(1_001) + "\""))) {
            assertThat(wrong).isNotEqualTo(export);
            assertThatThrownBy(() -> takeOver(target, wrong.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageStartingWith("OPEN-METADATA-STORE-409-003");
        }
        assertThat(takeOver(target, export.getBytes(StandardCharsets.UTF_8)).elements())
                .isEqualTo(3);
    }

    @Test
    void storeThatHoldsSomethingTakesNothingOver() throws IOException {
        ServerName taken = newServer();
        EmbeddedMetadataStore target = open(taken);
        create(target, "own", Optional.empty());
        var before = StoredRows.of(database.dataSource(), taken);
        byte[] export = smallExport();
        assertThatThrownBy(() -> takeOver(target, export)).hasMessageStartingWith("OPEN-METADATA-STORE-409-002");
        assertThat(StoredRows.of(database.dataSource(), taken)).isEqualTo(before);
    }

    @Test
    void storeThatOthersWriteToMeanwhileTakesNothingOver() throws IOException {
        ServerName busy = newServer();
        EmbeddedMetadataStore target = open(busy);
        byte[] export = smallExport();
        InputStream in = new FilterInputStream(new ByteArrayInputStream(export)) {
            private boolean written;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (!written) {
                    written = true;
                    meanwhile(() -> create(target, "other", Optional.empty()));
                }
                return super.read(bytes, offset, length);
            }
        };
        assertThatThrownBy(() -> target.content().importFrom(in)).hasMessageStartingWith("OPEN-METADATA-STORE-409-002");
        assertThat(StoredRows.of(database.dataSource(), busy).get("element"))
                .singleElement()
                .asString()
                .contains("other");
    }

    @Test
    void exportIsOfOneMomentThoughOthersGoOnWriting() throws IOException {
        ServerName source = newServer();
        EmbeddedMetadataStore store = open(source);
        List<Guid> made = new ArrayList<>();
        for (int number = 0; number < 350; number++) {
            made.add(create(store, "element " + number + " " + "x".repeat(300), Optional.empty()));
        }
        Guid link = relate(store, made.get(0), made.get(349));
        store.applyOnce(ERIN, new BatchId("before", 0, "d"), rename(made.get(1), "before"));
        var before = StoredRows.of(database.dataSource(), source);

        ByteArrayOutputStream export = new ByteArrayOutputStream();
        ContentCounts counts = store.content().exportTo(new FilterOutputStream(export) {
            private boolean written;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!written) {
                    written = true;
                    meanwhile(() -> {
                        create(store, "late", Optional.of(made.get(0)));
                        store.applyOnce(ERIN, new BatchId("late", 0, "d"), rename(made.get(349), "late"));
                        store.apply(ERIN, ChangeSet.of(new Change.Unrelate(link)));
                        store.apply(ERIN, ChangeSet.of(new Change.RemoveElement(made.get(348), Change.Removal.PURGE)));
                        relate(store, made.get(2), made.get(3));
                    });
                }
                out.write(bytes, offset, length);
            }
        });

        assertThat(counts).isEqualTo(new ContentCounts(350, 1, 1));
        ServerName copy = newServer();
        takeOver(open(copy), export.toByteArray());
        assertThat(StoredRows.of(database.dataSource(), copy)).isEqualTo(before);
    }

    @Test
    void partWhoseAnchorHasALaterGuidKeepsIt() throws IOException {
        EmbeddedMetadataStores ahead = stores(Clock.offset(clock, Duration.ofDays(1)));
        ServerName source = newServer();
        Guid anchor = create(ahead.open(source), "anchor", Optional.empty());
        Guid part = create(open(source), "part", Optional.of(anchor));
        assertThat(part.value()).isLessThan(anchor.value());
        ServerName copy = newServer();
        EmbeddedMetadataStore target = open(copy);
        byte[] export = export(open(source));
        takeOver(target, export);
        assertThat(StoredRows.of(database.dataSource(), copy)).isEqualTo(StoredRows.of(database.dataSource(), source));
        target.apply(ERIN, ChangeSet.of(new Change.RemoveElement(anchor, Change.Removal.PURGE)));
        assertThat(target.get(ERIN, part, true)).isEmpty();

        String lost = text(export).replaceFirst("(\"anchor\":\\{\"element\":\")[0-9a-f]{8}", "$1ffffffff");
        EmbeddedMetadataStore empty = open(newServer());
        assertThatThrownBy(() -> takeOver(empty, lost.getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-008");
    }

    @Test
    void whatWasImportedIsWorkedWithAsBefore() throws IOException {
        EmbeddedMetadataStore source = open(newServer());
        Guid element = create(source, "element", Optional.empty());
        BatchId batch = new BatchId("request", 0, "d");
        source.applyOnce(ERIN, batch, rename(element, "once"));
        source.apply(ERIN, ChangeSet.of(new Change.RemoveElement(element, Change.Removal.ARCHIVE)));
        EmbeddedMetadataStore target = open(newServer());
        takeOver(target, export(source));

        assertThat(target.applyOnce(ERIN, batch, rename(element, "once")).repeated())
                .isTrue();
        assertThat(target.get(ERIN, element, true)).isEqualTo(source.get(ERIN, element, true));
        target.apply(ERIN, ChangeSet.of(new Change.RestoreElement(element)));
        assertThat(target.apply(ERIN, rename(element, "again")).get(0).version())
                .isEqualTo(3);
        assertThatThrownBy(() -> create(target, "element", Optional.empty()))
                .hasMessageStartingWith("OMAG-COMMON-409-001");
    }

    @Test
    void storeWithoutAnythingIsAnExportToo() throws IOException {
        byte[] export = export(open(newServer()));
        assertThat(text(export).lines()).hasSize(2);
        EmbeddedMetadataStore target = open(newServer());
        assertThat(takeOver(target, export)).isEqualTo(new ContentCounts(0, 0, 0));
        create(target, "first", Optional.empty());
    }

    /** By another thread: one thread has one connection for all that it does at the same time. */
    private static void meanwhile(Runnable writing) {
        CompletableFuture.runAsync(writing).join();
    }

    /** Two folders, a part of one, a relationship, a receipt. */
    private byte[] smallExport() throws IOException {
        EmbeddedMetadataStore store = open(newServer());
        Guid top = create(store, "top", Optional.empty());
        Guid inner = create(store, "inner", Optional.empty());
        create(store, "part", Optional.of(top));
        relate(store, top, inner);
        store.applyOnce(ERIN, new BatchId("request", 0, "d"), rename(inner, "Ähre"));
        return export(store);
    }

    private static byte[] export(EmbeddedMetadataStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.content().exportTo(out);
        return out.toByteArray();
    }

    private static ContentCounts takeOver(EmbeddedMetadataStore store, byte[] export) throws IOException {
        return store.content().importFrom(new ByteArrayInputStream(export));
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] export) {
        return new String(export, StandardCharsets.UTF_8);
    }

    private static Guid create(EmbeddedMetadataStore store, String name, Optional<Guid> anchor) {
        Change folder = new Change.CreateElement(
                new TypeName("FileFolder"),
                ElementProperties.builder().text("qualifiedName", name).build(),
                Map.of(),
                anchor.map(ElementRef::to),
                Optional.empty());
        return store.apply(ERIN, ChangeSet.of(folder)).get(0).guid();
    }

    private static Guid relate(EmbeddedMetadataStore store, Guid end1, Guid end2) {
        Change link = new Change.Relate(
                new TypeName("FolderHierarchy"),
                ElementRef.to(end1),
                ElementRef.to(end2),
                ElementProperties.builder().build());
        return store.apply(ERIN, ChangeSet.of(link)).get(0).guid();
    }

    private static ChangeSet rename(Guid element, String displayName) {
        return ChangeSet.of(new Change.UpdateElement(
                element,
                ElementProperties.builder().text("displayName", displayName).build(),
                true));
    }

    private EmbeddedMetadataStore open(ServerName server) {
        return stores(clock).open(server);
    }

    private EmbeddedMetadataStores stores(Clock own) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), own);
    }

    private static ServerName newServer() {
        return new ServerName("transfer " + SERVERS.incrementAndGet());
    }
}
