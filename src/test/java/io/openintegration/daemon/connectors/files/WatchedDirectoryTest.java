package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.methvin.watcher.DirectoryChangeEvent;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.ReconcilingRefresh;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real directory, watched by a real monitor whose refreshes catalogue. */
class WatchedDirectoryTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** The JDK keeps 512 events of a folder, the kernel 16,384 of all. */
    private static final int MORE_THAN_IS_KEPT = 2_000;

    @TempDir
    Path base;

    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final Reconciler reconciler = new Reconciler(
            store,
            new InMemoryLedgers().ledger(new ServerName("daemon"), "monitor", new ServerName("store")),
            new Requester(new UserId("user"), Optional.empty()),
            () -> {},
            ReconcileOptions.standard());
    private final WatchedPlaces places = new WatchedPlaces();
    private MonitorFixture fixture;
    private DataFilesMonitor monitor;

    @BeforeEach
    void begin() throws IOException {
        fixture = new MonitorFixture(base);
        fixture.file("first/a.txt", "a");
        fixture.file("second/b.txt", "b");
        monitor = begin(Map.of());
        refresh(RefreshMode.SCHEDULED);
        awaitRequestAfter(0); // the watch is set up
        refresh(RefreshMode.CHANGES);
    }

    @AfterEach
    void end() {
        monitor.disconnect();
    }

    @Test
    void newFileIsCataloguedByALookAtItsFolderAlone() throws IOException {
        fixture.file("first/new.txt", "new");

        ReconcileReport report = changesUntilCatalogued();

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.unchanged()).as("what else is in that folder").isEqualTo(1);
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void changedAndVanishedFilesAreFollowed() throws IOException {
        fixture.file("first/a.txt", "longer than before");
        Files.delete(fixture.directory().resolve("second/b.txt"));

        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void newDirectoriesAreWatchedToTheirDepth() throws IOException {
        fixture.file("third/deep/deeper/c.txt", "c");
        changesUntilCatalogued();

        fixture.file("third/deep/deeper/d.txt", "d");
        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void movedTreeIsCataloguedWhereItIsNow() throws IOException {
        fixture.file("first/tree/inner/x.txt", "x");
        changesUntilCatalogued();

        Files.move(
                fixture.directory().resolve("first/tree"), fixture.directory().resolve("second/tree"));
        changesUntilCatalogued();
        fixture.file("second/tree/inner/y.txt", "y");
        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void removedTreeIsTakenOut() throws IOException {
        fixture.file("first/tree/inner/x.txt", "x");
        changesUntilCatalogued();

        Files.delete(fixture.directory().resolve("first/tree/inner/x.txt"));
        Files.delete(fixture.directory().resolve("first/tree/inner"));
        Files.delete(fixture.directory().resolve("first/tree"));
        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void moreChangesThanAreWorthNotingAreAllFound() throws IOException {
        for (int i = 0; i <= ChangedFolders.MOST; i++) {
            fixture.file("many/folder-" + i + "/file.txt", "x");
        }

        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void overflowBeginsAnotherWatchThatKnowsTheFoldersThatWereMissed() throws IOException {
        DirectoryWatch first = places.last();

        first.onEvent(new DirectoryChangeEvent(
                DirectoryChangeEvent.EventType.OVERFLOW, false, null, null, 1, fixture.directory()));

        assertThat(first.isAlive()).isFalse();
        fixture.file("missed/deep/m.txt", "m");
        changesUntilCatalogued();
        assertThat(places.watches()).hasSizeGreaterThan(1);
        int before = fixture.context().refreshRequests();
        fixture.file("missed/deep/n.txt", "n");
        awaitRequestAfter(before);
        changesUntilCatalogued();
        assertThat(reportsOfNoWatch()).isZero();
    }

    /** A real one: the watch's thread is kept waiting until more has happened than is kept for it. */
    @Test
    void watchThatFallsFarBehindMissesNothing() throws IOException {
        DirectoryWatch first = places.last();
        Gate goOn = new Gate();
        int before = fixture.context().refreshRequests();
        try {
            fixture.context().onRefreshRequest(goOn::awaitStubbornly);
            fixture.file("second/begin.txt", "x");
            awaitRequestAfter(before); // the watch's thread waits
            for (int i = 0; i < MORE_THAN_IS_KEPT; i++) {
                fixture.file("second/many-" + i + ".txt", "x");
            }
            fixture.file("second/missed/deep/m.txt", "m");
        } finally {
            fixture.context().onRefreshRequest(() -> {});
            goOn.open();
        }

        Awaitility.await("told of the overflow").atMost(BOUND).until(() -> !first.isAlive());
        changesUntilCatalogued();
        assertThat(fixture.context().auditLog().entries("BASIC-FILES-INTEGRATION-CONNECTORS-0120"))
                .isEmpty();

        awaitQuiet();
        before = fixture.context().refreshRequests();
        fixture.file("second/missed/deep/n.txt", "n");
        awaitRequestAfter(before);
        changesUntilCatalogued();
    }

    @Test
    void folderThatCannotBeWatchedEndsTheWatchAndIsToldOnce() throws IOException {
        places.last().onException(new IOException("User limit of inotify watches reached"));
        assertThat(places.last().isAlive()).isFalse();
        refresh(RefreshMode.SCHEDULED);
        places.last().onException(new IOException("User limit of inotify watches reached"));

        assertThat(reportsOfNoWatch()).isEqualTo(1);
        fixture.file("first/new.txt", "new");
        refresh(RefreshMode.SCHEDULED);
        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void folderThatVanishedBeforeItWasWatchedIsNoFailure() {
        places.last().onException(new NoSuchFileException("new"));

        assertThat(places.last().isAlive()).isTrue();
        assertThat(reportsOfNoWatch()).isZero();
    }

    @Test
    void placeThatCannotBeWatchedIsToldOnceAndRefreshedAllTheSame() throws IOException {
        monitor.disconnect();
        places.forbid();
        monitor = begin(Map.of());

        refresh(RefreshMode.SCHEDULED);
        fixture.file("first/new.txt", "new");
        refresh(RefreshMode.SCHEDULED);

        assertThat(catalogued()).isEqualTo(present());
        assertThat(reportsOfNoWatch()).isEqualTo(1);
    }

    @Test
    void folderExchangedForAnotherOfItsNameIsLookedThrough() throws IOException {
        fixture.file("first/tree/inner/x.txt", "x");
        changesUntilCatalogued();

        Files.move(fixture.directory().resolve("first/tree"), base.resolve("away"));
        Files.createDirectory(fixture.directory().resolve("first/tree"));
        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void directoryThatWasExchangedIsWatchedFromTheNextCompleteRefreshOn() throws IOException {
        Files.move(fixture.directory(), base.resolve("former"));
        fixture.file("first/a.txt", "a");
        refresh(RefreshMode.SCHEDULED);

        int before = fixture.context().refreshRequests();
        fixture.file("first/e.txt", "e");
        awaitRequestAfter(before);
        changesUntilCatalogued();

        assertThat(catalogued()).isEqualTo(present());
    }

    @Test
    void directoryReachedThroughALinkIsWatched() throws IOException {
        monitor.disconnect();
        Path link = Files.createSymbolicLink(base.resolve("link"), fixture.directory());
        int before = fixture.context().refreshRequests();
        monitor = new DataFilesMonitor(fixture.connection(Optional.of(link.toString()), Map.of()));
        monitor.initialize(fixture.context());
        monitor.start();
        refresh(RefreshMode.SCHEDULED);
        awaitRequestAfter(before);
        refresh(RefreshMode.CHANGES);

        fixture.file("second/f.txt", "f");
        Awaitility.await().atMost(BOUND).until(() -> {
            refresh(RefreshMode.CHANGES);
            return catalogued().contains(link.resolve("second/f.txt").toString());
        });
    }

    @Test
    void nothingIsWatchedWhereThatIsSwitchedOff() throws IOException {
        monitor.disconnect();
        monitor = begin(Map.of("watch", false));

        Awaitility.await().atMost(BOUND).until(() -> fixture.context().livingThreads() == 0);
    }

    @Test
    void watchEndsWithItsMonitor() {
        monitor.disconnect();

        Awaitility.await().atMost(BOUND).until(() -> fixture.context().livingThreads() == 0);
    }

    private DataFilesMonitor begin(Map<String, Object> properties) {
        DataFilesMonitor begun = new DataFilesMonitor(fixture.connection(properties), places);
        begun.initialize(fixture.context());
        begun.start();
        return begun;
    }

    private int reportsOfNoWatch() {
        return fixture.context()
                .auditLog()
                .entries("BASIC-FILES-INTEGRATION-CONNECTORS-0120")
                .size();
    }

    /** Until the watch that has begun anew has said so, and that has been looked at. */
    private void awaitQuiet() {
        Awaitility.await().atMost(BOUND).during(Duration.ofMillis(500)).until(() -> {
            int before = fixture.context().refreshRequests();
            refresh(RefreshMode.CHANGES);
            return fixture.context().refreshRequests() == before;
        });
    }

    private void awaitRequestAfter(int before) {
        Awaitility.await().atMost(BOUND).until(() -> fixture.context().refreshRequests() > before);
    }

    /** As the daemon does it: whenever the monitor asks. Returns the report of the refresh that found something. */
    private ReconcileReport changesUntilCatalogued() {
        ReconcileReport[] found = {ReconcileReport.NOTHING};
        Awaitility.await().atMost(BOUND).until(() -> {
            ReconcileReport report = refresh(RefreshMode.CHANGES);
            found[0] = report.created() + report.updated() + report.removed() > 0 ? report : found[0];
            return catalogued().equals(present());
        });
        return found[0];
    }

    private ReconcileReport refresh(RefreshMode mode) {
        ReconcileRun run = reconciler.begin(mode, new RunOrigin("test", Instant.EPOCH));
        monitor.refresh(new ReconcilingRefresh(run, mode == RefreshMode.CHANGES));
        return run.finish();
    }

    private Set<String> catalogued() {
        return store.elements().stream()
                .filter(element -> !element.isArchived())
                .filter(element -> !element.type().value().equals("FileFolder"))
                .map(Element::properties)
                .map(properties -> properties.text("pathName").orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> present() throws IOException {
        try (Stream<Path> files = Files.walk(fixture.directory())) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
