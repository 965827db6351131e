package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.UncancelledRefresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that proves nothing changes nothing: what is catalogued of a file outlives looks that show no content. */
class UnseenContentTest {

    private static final String TABLE = "patient,visit\n4711,1\n4712,2\n4713,3\n";
    private static final String ROWS = "[{\"patient\": 4711, \"visit\": 1}, {\"patient\": 4712, \"visit\": 2}]";

    @TempDir
    Path base;

    private final ClosedEntries places = new ClosedEntries();
    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final Reconciler reconciler = new Reconciler(
            store,
            new InMemoryLedgers().ledger(new ServerName("daemon"), "monitor", new ServerName("store")),
            new Requester(new UserId("user"), Optional.empty()),
            () -> {},
            ReconcileOptions.standard());
    private MonitorFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new MonitorFixture(base);
        Files.createDirectory(fixture.directory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.csv", "visits.txt", "visits"})
    void fileThatMayNotBeOpenedAnyMoreKeepsItsTypeAndColumns(String name) throws IOException {
        Path file = fixture.file(name, TABLE);
        refresh();
        List<Element> before = elements();
        places.close(file);

        refresh();

        assertThat(elements()).containsExactlyElementsOf(before);
        assertThat(columns()).containsExactlyInAnyOrder("patient", "visit");
        assertThat(element(file).type().value()).isEqualTo("CSVFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.csv", "visits.txt", "visits"})
    void fileThatIsRewrittenKeepsItsElementWhateverIsSeenOfItMeanwhile(String name) throws IOException {
        Path file = fixture.file(name, TABLE);
        refresh();
        Element before = element(file);

        for (String meanwhile : List.of("", "\n", "patient,visit\n", "patient,visit\n1")) {
            fixture.file(name, meanwhile);
            refresh();
            assertThat(element(file).guid()).as(meanwhile).isEqualTo(before.guid());
            assertThat(columns()).as(meanwhile).containsExactlyInAnyOrder("patient", "visit");
            assertThat(additional(file)).containsEntry("size", String.valueOf(meanwhile.length()));
        }
        fixture.file(name, "patient,visit,ward\n4711,1,2\n4712,2,2\n");
        refresh();

        assertThat(element(file).guid()).isEqualTo(before.guid());
        assertThat(columns()).containsExactlyInAnyOrder("patient", "visit", "ward");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.json", "visits.txt", "visits"})
    void jsonThatIsRewrittenKeepsItsElement(String name) throws IOException {
        Path file = fixture.file(name, ROWS);
        refresh();
        Element before = element(file);
        assertThat(before.type().value()).isEqualTo("JSONFile");

        for (String meanwhile : List.of("", " ", "[", "[{\"patient\": 47", "{{")) {
            fixture.file(name, meanwhile);
            refresh();
            assertThat(element(file).guid()).as(meanwhile).isEqualTo(before.guid());
            assertThat(columns()).as(meanwhile).containsExactlyInAnyOrder("patient", "visit");
        }
    }

    @ParameterizedTest
    @CsvSource({"40,", "9000000,2"})
    void fileThatOutgrowsALimitKeepsItsColumns(long maximumFileSize, Integer maximumColumns) throws IOException {
        Path file = fixture.file("visits.txt", TABLE);
        refresh();
        Element before = element(file);

        fixture.file("visits.txt", "patient,visit,ward\n4711,1,2\n4712,2,2\n4713,3,3\n");
        refresh(Map.of(
                "watch",
                false,
                "maximumFileSize",
                maximumFileSize,
                "maximumColumns",
                maximumColumns == null ? 100 : maximumColumns));

        assertThat(element(file).guid()).isEqualTo(before.guid());
        assertThat(columns()).containsExactlyInAnyOrder("patient", "visit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"This is a letter.\nIt has three lines,\nand no table in it.\n", "%PDF-1.7\n"})
    void fileThatProvesToBeSomethingElseGetsANewElement(String other) throws IOException {
        Path file = fixture.file("visits.txt", TABLE);
        refresh();
        Element before = element(file);

        fixture.file("visits.txt", other);
        refresh();

        assertThat(element(file).type().value()).isEqualTo("Document");
        assertThat(element(file).guid()).isNotEqualTo(before.guid());
        assertThat(columns()).isEmpty();
    }

    @Test
    void newFileThatMayNotBeOpenedIsWhatItsNameSaysUntilItIsSeen() throws IOException {
        Path file = fixture.file("visits.csv", TABLE);
        places.close(file);
        refresh();
        Element before = element(file);
        assertThat(before.properties().text("fileType")).contains("CSV file");
        assertThat(columns()).isEmpty();
        places.open(file);

        refresh();

        assertThat(element(file).guid()).isEqualTo(before.guid());
        assertThat(columns()).containsExactlyInAnyOrder("patient", "visit");
    }

    @Test
    void whatWasNotSeenIsPutRightAsSoonAsItIs() throws IOException {
        Path file = fixture.file("visits.csv", "patient;visit\n4711;1\n4712;2\n");
        refresh();
        fixture.file("visits.csv", "");
        refresh();
        assertThat(element(file).properties().text("delimiterCharacter")).contains(";");

        fixture.file("visits.csv", "patient\tward\n4711\t1\n4712\t2\n");
        refresh();

        assertThat(element(file).properties().text("delimiterCharacter")).contains("\t");
        assertThat(columns()).containsExactlyInAnyOrder("patient", "ward");
    }

    @Test
    void fileIsNotLookedIntoAgainBeforeItChanges() throws IOException {
        fixture.file("visits.csv", TABLE);
        refresh();
        fixture.file("visits.csv", "");
        refresh();

        assertThat(refresh().unchanged()).isEqualTo(2);
    }

    @Test
    void folderThatMayNotBeListedAnyMoreKeepsWhatIsInIt() throws IOException {
        Path file = fixture.file("closed/visits.csv", TABLE);
        fixture.file("open.txt", "x");
        refresh();
        List<Element> before = elements();
        places.close(file.getParent());

        ReconcileReport report = refresh();

        assertThat(elements()).containsExactlyElementsOf(before);
        assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.id())
                .isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0102"));
    }

    @Test
    void folderAsOneDataSetKeepsItsFiguresWhileAFolderInItCannotBeListed() throws IOException {
        Path file = fixture.file("closed/visits.csv", TABLE);
        fixture.file("open.txt", "x");
        DataFolderMonitor monitor = new DataFolderMonitor(fixture.connection(), places);
        refresh(monitor);
        places.close(file.getParent());
        fixture.file("new.txt", "x");

        assertThat(refresh(monitor).problemCount()).isEqualTo(1);
        assertThat(additional(fixture.directory())).containsEntry("numberOfFiles", "2");

        places.open(file.getParent());
        refresh(monitor);
        assertThat(additional(fixture.directory())).containsEntry("numberOfFiles", "3");
    }

    private ReconcileReport refresh() {
        return refresh(Map.of("watch", false));
    }

    private ReconcileReport refresh(Map<String, Object> properties) {
        return refresh(new DataFilesMonitor(fixture.connection(properties), places));
    }

    private ReconcileReport refresh(DirectoryMonitor monitor) {
        monitor.initialize(fixture.context());
        monitor.start();
        ReconcileRun run = reconciler.begin(RefreshMode.SCHEDULED, new RunOrigin("test", Instant.EPOCH));
        monitor.refresh(new UncancelledRefresh(run));
        return run.finish();
    }

    private List<Element> elements() {
        return store.elements().stream()
                .filter(element -> !element.isArchived())
                .toList();
    }

    private Element element(Path file) {
        return elements().stream()
                .filter(element -> element.properties().text("pathName").equals(Optional.of(file.toString())))
                .findFirst()
                .orElseThrow();
    }

    private List<String> columns() {
        return elements().stream()
                .filter(element -> element.type().value().equals("TabularFileColumn"))
                .map(element -> element.properties().text("displayName").orElseThrow())
                .toList();
    }

    private Map<String, String> additional(Path file) {
        return ((PropertyValue.TextMap)
                        element(file).properties().get("additionalProperties").orElseThrow())
                .values();
    }
}
