package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesMonitorTest {

    @TempDir
    Path base;

    private MonitorFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new MonitorFixture(base);
        Files.createDirectory(fixture.directory());
    }

    private RecordingSink refresh() {
        return fixture.refresh(new DataFilesMonitor(fixture.connection()));
    }

    private static Map<String, String> additional(ItemDescription item) {
        return ((PropertyValue.TextMap)
                        item.properties().get("additionalProperties").orElseThrow())
                .values();
    }

    @Test
    void directoryIsOwnedByItsFileSystem() {
        RecordingSink.Scope root = refresh().scope(fixture.directory());

        assertThat(root.parent()).isEmpty();
        assertThat(root.isComplete()).isTrue();
        assertThat(root.item().type()).isEqualTo(new TypeName("FileFolder"));
        assertThat(root.item().qualifiedName().value()).isEqualTo("testHost::" + fixture.directory());
        assertThat(root.item().link().relationshipType()).isEqualTo(new TypeName("CapabilityAssetUse"));
        assertThat(root.item().link().containerAtEnd1()).isTrue();
        assertThat(root.item().link().properties().get("useType"))
                .contains(new PropertyValue.Choice("CapabilityAssetUseType", "OWNS"));
    }

    @Test
    void foldersNestAndFilesHangInThem() throws IOException {
        Path file = fixture.file("drop-foot/notes.txt", "text");

        RecordingSink sink = refresh();

        RecordingSink.Scope folder = sink.scope(file.getParent());
        assertThat(folder.parent()).contains(new ItemKey(fixture.directory().toString()));
        assertThat(folder.item().link().relationshipType()).isEqualTo(new TypeName("FolderHierarchy"));
        assertThat(folder.items()).containsOnlyKeys(new ItemKey(file.toString()));
        assertThat(sink.item(file).link().relationshipType()).isEqualTo(new TypeName("NestedFile"));
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void fileIsDescribedByItsAttributes() throws IOException {
        Path file = fixture.file("Results 1.PDF", "12345");
        Instant changed = Instant.parse("2025-03-04T05:06:07.089Z");
        Files.setLastModifiedTime(file, FileTime.from(changed));

        ItemDescription item = refresh().item(file);

        assertThat(item.type()).isEqualTo(new TypeName("Document"));
        assertThat(item.qualifiedName().value()).isEqualTo("testHost::" + file);
        ElementProperties properties = item.properties();
        assertThat(properties.text("displayName")).contains("Results 1.PDF");
        assertThat(properties.text("fileName")).contains("Results 1.PDF");
        assertThat(properties.text("pathName")).contains(file.toString());
        assertThat(properties.text("fileType")).contains("Document");
        assertThat(properties.text("fileExtension")).contains("PDF");
        assertThat(properties.get("storeUpdateTime")).contains(new PropertyValue.Date(changed));
        assertThat(properties.get("storeCreateTime")).isPresent();
        assertThat(properties.get("contentStatus")).contains(new PropertyValue.Choice("ContentStatus", "ACTIVE"));
        assertThat(properties.get("qualifiedName")).isEmpty();
        assertThat(additional(item))
                .containsEntry("size", "5")
                .containsEntry("canRead", "true")
                .containsEntry("isSymLink", "false")
                .containsEntry("isHidden", "false")
                .containsKeys("canWrite", "canExecute");
    }

    @Test
    void hiddenFilesAreCataloguedAsSuch() throws IOException {
        Path hidden = fixture.file(".profile", "x");

        ItemDescription item = refresh().item(hidden);

        assertThat(additional(item)).containsEntry("isHidden", "true");
        assertThat(item.type()).isEqualTo(new TypeName("DataFile"));
        assertThat(item.properties().get("fileExtension")).isEmpty();
    }

    @Test
    void configuredFileSystemNameStandsInQualifiedNames() throws IOException {
        Path file = fixture.file("a.txt", "");

        RecordingSink sink = fixture.refresh(
                new DataFilesMonitor(fixture.connection(Map.of("fileSystemName", "coco-nas", "watch", false))));

        assertThat(sink.item(file).qualifiedName().value()).isEqualTo("coco-nas::" + file);
    }

    @Test
    void propertiesOfThePeerDoNoHarm() throws IOException {
        Path file = fixture.file("a.txt", "");

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(Map.of(
                "templateQualifiedName",
                "none",
                "allowCatalogDelete",
                "",
                "waitForDirectory",
                1,
                "catalogAllFiles",
                true,
                "watch",
                false))));

        assertThat(sink.item(file)).isNotNull();
    }

    @Test
    void folderIsDescribedTheSameWhateverIsInIt() throws IOException {
        fixture.file("drop-foot/a.txt", "a");
        ItemDescription before =
                refresh().scope(fixture.directory().resolve("drop-foot")).item();
        Files.setLastModifiedTime(
                fixture.file("drop-foot/b.txt", "b").getParent(), FileTime.fromMillis(1_700_000_000_000L));

        assertThat(refresh().scope(fixture.directory().resolve("drop-foot")).item())
                .isEqualTo(before);
    }

    @Test
    void stampOfAnUnchangedFileStaysAndThatOfAChangedOneDoesNot() throws IOException {
        Path file = fixture.file("a.csv", "a,b\n");
        ItemKey key = new ItemKey(file.toString());
        String before = refresh().items().get(key).stamp();
        assertThat(refresh().items().get(key).stamp()).isEqualTo(before);

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-03-04T05:06:07.000000089Z")));
        String touched = refresh().items().get(key).stamp();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-03-04T05:06:07.000000090Z")));

        assertThat(refresh().items().get(key).stamp()).isNotEqualTo(touched);
        assertThat(touched).isNotEqualTo(before);
    }

    @Test
    void fileWithAKnownStampIsNotOpened() throws IOException {
        fixture.file("a.csv", "a\0b\n");

        ClosedEntries places = new ClosedEntries();
        fixture.refresh(new DataFilesMonitor(fixture.connection(), places), new RecordingSink((key, stamp) -> true));
        assertThat(places.opened()).isEmpty();

        fixture.refresh(new DataFilesMonitor(fixture.connection(), places));
        assertThat(places.opened()).hasSize(1);
    }

    @Test
    void delimitedFileWithoutUsableHeaderIsCataloguedAndReported() throws IOException {
        Path file = fixture.file("a.csv", "a\0b\n");

        ItemDescription item = refresh().item(file);

        assertThat(item.parts()).isEmpty();
        assertThat(item.type()).isEqualTo(new TypeName("CSVFile"));
        assertThat(problemOf(item)).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0107");
    }

    @Test
    void fileThatMayNotBeOpenedIsCataloguedWithoutItsColumns() throws IOException {
        Path file = fixture.file("a.csv", "a,b\n");
        ClosedEntries places = new ClosedEntries();
        places.close(file);

        ItemDescription item = fixture.refresh(new DataFilesMonitor(fixture.connection(), places))
                .item(file);

        assertThat(item.parts()).isEmpty();
        assertThat(item.certainty()).hasValueSatisfying(certain -> {
            assertThat(certain.type()).isFalse();
            assertThat(certain.properties().get("fileType")).isEmpty();
            assertThat(certain.properties().get("additionalProperties")).isPresent();
        });
        assertThat(problemOf(item)).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0108");
    }

    private static String problemOf(ItemDescription item) {
        return item.certainty().orElseThrow().problem().orElseThrow().id();
    }

    @Test
    void remarksOnMoreFilesThanAnyoneWouldReadAreCounted() throws IOException {
        for (int i = 0; i < FileRemarks.MOST_TOLD + 3; i++) {
            fixture.file(i + ".jsonl", "{\"a\":{\"b\":1}}\n{\"a\":{\"b\":2}}\n");
        }

        fixture.refresh(new DataFilesMonitor(fixture.connection(Map.of("maximumNesting", 1, "watch", false))));

        assertThat(fixture.context().auditLog().entries("BASIC-FILES-INTEGRATION-CONNECTORS-0135"))
                .hasSize(FileRemarks.MOST_TOLD);
        assertThat(fixture.context().auditLog().entries("BASIC-FILES-INTEGRATION-CONNECTORS-0136"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("3 more"));
    }

    @Test
    void changedPermissionsChangeTheStamp() throws IOException {
        Path file = fixture.file("a.csv", "a,b\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        Map<ItemKey, RecordingSink.Item> before = refresh().items();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(refresh().items().get(new ItemKey(file.toString())).stamp())
                .isNotEqualTo(before.get(new ItemKey(file.toString())).stamp());
    }

    @Test
    void delimitedFileHasDelimiterQuoteAndEncoding() throws IOException {
        Path file = fixture.file("a.csv", "patient;schritt länge\n1;2\n");

        ItemDescription item = refresh().item(file);

        assertThat(item.properties().text("delimiterCharacter")).contains(";");
        assertThat(item.properties().text("quoteCharacter")).contains("\"");
        assertThat(item.classifications())
                .containsEntry(
                        new TypeName("DataAssetEncoding"),
                        ElementProperties.builder()
                                .text("encodingType", "UTF-8")
                                .build());
        assertThat(item.parts()).hasSize(1);
    }

    @Test
    void fileIsWhatItsContentSaysNotOnlyItsName() throws IOException {
        Path table = fixture.file("a.txt", "patient,left\n4711,1.5\n4712,1.7\n");
        Path lines = fixture.file("visits", "{\"id\": 1}\n{\"id\": 2}\n");

        RecordingSink sink = refresh();

        assertThat(sink.item(table).type()).isEqualTo(new TypeName("CSVFile"));
        assertThat(sink.item(table).properties().text("fileExtension")).contains("txt");
        assertThat(sink.item(table).parts()).hasSize(1);
        assertThat(sink.item(lines).type()).isEqualTo(new TypeName("JSONFile"));
        assertThat(sink.item(lines).properties().text("fileType")).contains("JSON lines file");
    }

    @Test
    void delimitedFileWithoutHeaderIsSaidToHaveNone() throws IOException {
        Path without = fixture.file("a.csv", "Ann,1.5\nBen,1.7\n");
        Path with = fixture.file("b.csv", "name,left\nBen,1.7\n");

        RecordingSink sink = refresh();

        assertThat(additional(sink.item(without))).containsEntry("hasHeader", "false");
        assertThat(additional(sink.item(with))).doesNotContainKey("hasHeader");
        assertThat(sink.item(without).parts().get(0).parts())
                .extracting(column -> column.properties().text("displayName").orElseThrow())
                .containsExactly("column [0]", "column [1]");
    }

    @Test
    void limitsThatChangedHaveFilesLookedIntoAgain() throws IOException {
        ItemKey key = new ItemKey(fixture.file("a.csv", "a,b\n").toString());
        String usual = refresh().items().get(key).stamp();
        RecordingSink limited =
                fixture.refresh(new DataFilesMonitor(fixture.connection(Map.of("maximumColumns", 1, "watch", false))));

        assertThat(limited.items().get(key).stamp()).isNotEqualTo(usual);
        ItemDescription item = limited.item(fixture.directory().resolve("a.csv"));
        assertThat(item.parts()).isEmpty();
        assertThat(problemOf(item)).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0106");
    }

    @Test
    void onlyFilesThatAreWantedAreCatalogued() throws IOException {
        Path wanted = fixture.file("in/a.csv", "a,b\n");
        fixture.file("in/a.tmp", "x");
        fixture.file("in/not-this.csv", "a,b\n");
        fixture.file("scratch/a.csv", "a,b\n");
        fixture.file(".hidden.csv", "a,b\n");
        fixture.file(".git/a.csv", "a,b\n");

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(Map.of(
                "includeFiles", List.of("*.csv"),
                "excludeFiles", "in/not-*",
                "excludeFolders", "scratch, nothing",
                "includeHidden", "false",
                "watch", false))));

        assertThat(sink.items()).containsOnlyKeys(new ItemKey(wanted.toString()));
        assertThat(sink.scopes()).hasSize(2);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void allMistakesInPropertiesAreToldAtOnce() {
        assertThatThrownBy(() -> new DataFilesMonitor(fixture.connection(Map.of(
                        "includeFiles", List.of("[", "*.csv"),
                        "excludeFolders", "{a",
                        "includeHidden", "perhaps",
                        "maximumColumns", "many",
                        "maximumNesting", 0))))
                .isInstanceOfSatisfying(ConnectorException.class, failure -> assertThat(failure.origin())
                        .isEqualTo(FailureOrigin.CONFIGURATION))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-400-021")
                .hasMessageContainingAll(
                        "includeFiles has a bad pattern: [",
                        "excludeFolders has a bad pattern: {a",
                        "includeHidden",
                        "maximumColumns",
                        "maximumNesting");
    }

    @Test
    void cancelledRefreshEndsInTheMiddle() throws IOException {
        fixture.file("a/b/c.txt", "c");
        RecordingSink sink = new RecordingSink();
        sink.beforeItem(key -> {
            if (key.value().endsWith("b")) {
                sink.cancel();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(new DataFilesMonitor(fixture.connection()), sink))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-503-001");
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isClosed);
    }

    @Test
    void interruptEndsTheRefreshAlsoWhileAFileIsRead() throws IOException {
        fixture.file("a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith(".csv")) {
                Thread.currentThread().interrupt();
            }
        });

        try {
            assertThatThrownBy(() -> fixture.refresh(new DataFilesMonitor(fixture.connection()), sink))
                    .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-503-001");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(sink.scope(fixture.directory()).isComplete()).isFalse();
    }

    @Test
    void tenThousandFilesAreAllDescribed() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(fixture.directory().resolve("f" + i + ".dat"));
        }

        assertThat(refresh().items()).hasSize(10_000);
    }

    @Test
    void lifeIsToldToTheAuditLog() {
        DataFilesMonitor monitor = new DataFilesMonitor(fixture.connection());
        fixture.refresh(monitor);
        monitor.disconnect();

        assertThat(fixture.context().auditLog().ids())
                .containsExactly("BASIC-FILES-INTEGRATION-CONNECTORS-0001", "BASIC-FILES-INTEGRATION-CONNECTORS-0009");
    }
}
