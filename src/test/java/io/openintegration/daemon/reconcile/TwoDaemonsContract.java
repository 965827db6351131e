package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two daemons that know nothing of each other catalogue the same things in one metadata server, at the same time. */
abstract class TwoDaemonsContract {

    private static final long SEED = 20_261_129L;
    private static final int ROUNDS = 6;
    private static final int FOLDERS = 4;
    private static final int FILES = 30;
    private static final UserId USER = new UserId("exchange");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private TestDatabase database;
    private MetadataStore store;

    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void open(@TempDir Path directory) {
        database = newDatabase(directory);
        store = new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(new ServerName("store"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    /** Two copies of one document: what one has made the other takes over, and both may keep it. */
    @Test
    @Timeout(300)
    void daemonsOfOneSourceShareWhatTheyCatalogue() throws Exception {
        MetadataSource source = source("shared");
        Daemon first = new Daemon("first", source);
        Daemon second = new Daemon("second", source);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Node there = tree(random);
            for (ReconcileReport report : bothRefresh(first, second, there)) {
                assertThat(report.problems()).as("round %s", round).isEmpty();
            }
            // Each may have seen what the other was about to change.
            first.refresh(there);
            second.refresh(there);
            assertCatalogued(there, source);
        }
    }

    /** The first to catalogue a thing keeps it; the other says whose it is, and changes nothing. */
    @Test
    @Timeout(300)
    void daemonsOfTwoSourcesLeaveEachOthersAlone() throws Exception {
        Daemon first = new Daemon("first", source("one"));
        Daemon second = new Daemon("second", source("two"));
        Node there = tree(new Random(SEED));

        List<ReconcileReport> reports = bothRefresh(first, second, there);

        Map<QualifiedName, Element> found = catalogued();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(there));
        for (Daemon daemon : List.of(first, second)) {
            ReconcileReport report = reports.get(daemon == first ? 0 : 1);
            long ofOther = found.values().stream()
                    .filter(element -> !element.source().equals(daemon.requester.source()))
                    .count();
            // What is in a scope of the other's is told by that scope.
            assertThat(report.problems().isEmpty()).isEqualTo(ofOther == 0);
            assertThat(report.problems())
                    .extracting(Message::id)
                    .isSubsetOf(ReconcileMessage.OTHER_SOURCE_OWNS
                            .with("name", "source")
                            .id());
        }
        Map<Guid, Long> versions = versions(found);
        assertThat(second.refresh(there).updated() + first.refresh(there).updated())
                .isZero();
        assertThat(versions(catalogued())).isEqualTo(versions);
    }

    /** They see different things, since one of them is late: the last to write is right, in all that it writes. */
    @Test
    @Timeout(300)
    void daemonsThatDisagreeDoNotMixTheirDescriptions() throws Exception {
        MetadataSource source = source("shared");
        Daemon first = new Daemon("first", source);
        Daemon second = new Daemon("second", source);
        Node old = Node.folder("top", files(number -> Node.file("file" + number, 1)));
        Node recent = Node.folder("top", files(number -> Node.file("file" + number, 2)));
        for (int round = 0; round < ROUNDS; round++) {
            bothRefresh(first, old, second, recent);
            Map<QualifiedName, Element> found = catalogued();
            assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(old));
            Stream.concat(old.content().stream(), recent.content().stream())
                    .collect(Collectors.groupingBy(Node::name))
                    .forEach((name, versions) ->
                            assertThat(versions).as("%s", name).anyMatch(node -> isAs(found.get(name), node)));
        }
        second.refresh(recent);
        assertCatalogued(recent, source);
    }

    private List<ReconcileReport> bothRefresh(Daemon first, Daemon second, Node there) throws Exception {
        return bothRefresh(first, there, second, there);
    }

    private List<ReconcileReport> bothRefresh(Daemon first, Node seenByFirst, Daemon second, Node seenBySecond)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<ReconcileReport>> refreshes =
                List.of(() -> first.refresh(start, seenByFirst), () -> second.refresh(start, seenBySecond));
        List<ReconcileReport> reports = new ArrayList<>();
        for (Future<ReconcileReport> report : threads.invokeAll(refreshes)) {
            reports.add(report.get());
        }
        return reports;
    }

    private void assertCatalogued(Node there, MetadataSource source) {
        Map<QualifiedName, Element> found = catalogued();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(there));
        everything(there).forEach(node -> {
            Element element = found.get(node.name());
            assertThat(isAs(element, node)).as("%s", node.name()).isTrue();
            assertThat(element.source()).contains(source);
        });
        links(there, found);
    }

    /** Each is in one folder, and in the right one. */
    private void links(Node folder, Map<QualifiedName, Element> found) {
        for (Node node : folder.content()) {
            Guid guid = found.get(node.name()).guid();
            assertThat(store.relationships(requester(), List.of(guid), 2).get(guid))
                    .extracting(link -> link.end1())
                    .as("%s", node.name())
                    .containsExactly(found.get(folder.name()).guid());
            links(node, found);
        }
    }

    private static boolean isAs(Element element, Node node) {
        return element.type().equals(node.described(false).type())
                && element.properties()
                        .equals(ElementDiff.named(node.described(false).properties(), node.name()))
                && element.classifications().entrySet().stream()
                        .filter(entry -> !Element.KEPT_BY_STORE.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                        .equals(node.described(false).classifications());
    }

    /** What is there and not archived. Fails where a name is there twice. */
    private Map<QualifiedName, Element> catalogued() {
        ElementQuery all = new TextSearch(
                        "test::",
                        Optional.of(new TypeName("DataStore")),
                        TextSearch.Match.CONTAINS,
                        false,
                        false,
                        new Paging(0, Integer.MAX_VALUE))
                .query();
        return store.find(requester(), all).stream()
                .collect(Collectors.toMap(element -> element.qualifiedName().orElseThrow(), Function.identity()));
    }

    private Map<Guid, Long> versions(Map<QualifiedName, Element> elements) {
        return store.versions(
                requester(), elements.values().stream().map(Element::guid).toList());
    }

    private MetadataSource source(String name) {
        QualifiedName qualifiedName = new QualifiedName("source::" + name);
        Guid guid = store.apply(requester(), ChangeSet.of(World.creation("FileSystem", qualifiedName)))
                .get(0)
                .guid();
        return new MetadataSource(guid, qualifiedName);
    }

    private static Requester requester() {
        return new Requester(USER, Optional.empty());
    }

    private static Node tree(Random random) {
        List<Node> folders = new ArrayList<>();
        for (int folder = 0; folder < FOLDERS; folder++) {
            if (random.nextInt(4) > 0) {
                String key = "f" + folder;
                folders.add(Node.folder(key, files(number -> Node.file(key + "-" + number, random.nextInt(3)))));
            }
        }
        return Node.folder("top", folders.toArray(Node[]::new));
    }

    private static Node[] files(Function<Integer, Node> file) {
        return Stream.iterate(0, number -> number + 1).limit(FILES).map(file).toArray(Node[]::new);
    }

    private static Stream<Node> everything(Node node) {
        return Stream.concat(Stream.of(node), node.content().stream().flatMap(TwoDaemonsContract::everything));
    }

    private static List<QualifiedName> names(Node top) {
        return everything(top).map(Node::name).toList();
    }

    /** A daemon with a ledger of its own. */
    private final class Daemon {

        private final Requester requester;
        private final Reconciler reconciler;
        private int refreshes;

        Daemon(String name, MetadataSource source) {
            requester = new Requester(USER, Optional.of(source));
            reconciler = new Reconciler(
                    store,
                    new InMemoryLedgers().ledger(new ServerName(name), "connector", new ServerName("store")),
                    requester,
                    () -> {},
                    ReconcileOptions.standard().with(ReconcileOptions.standard().removal(), RemovalGuards.NONE));
        }

        ReconcileReport refresh(CyclicBarrier start, Node there) throws Exception {
            start.await(60, TimeUnit.SECONDS);
            return refresh(there);
        }

        ReconcileReport refresh(Node there) {
            refreshes++;
            RunOrigin origin = new RunOrigin("refresh-" + refreshes, Instant.EPOCH.plusSeconds(refreshes));
            try (ReconcileRun run = reconciler.begin(RefreshMode.REQUESTED, origin)) {
                World.describe(run, there);
                return run.finish();
            }
        }
    }
}
