package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** A metadata server, ledgers, and two metadata sources; refreshes with what nodes describe, and compares. */
final class World {

    static final QualifiedName SOURCE = new QualifiedName("source::ours");

    final SettableClock clock = new SettableClock();
    final InMemoryMetadataStore store = new InMemoryMetadataStore(clock);
    final FailingStore failingStore = new FailingStore(store);
    final InMemoryLedgers ledgers = new InMemoryLedgers();
    final FailingLedger ledger = new FailingLedger(ledgerOf("connector"));
    final Requester daemon;
    final Requester stranger;
    Runnable writeGate = () -> {};
    Executor writer = Runnable::run;
    ReconcileOptions options = new ReconcileOptions(500, Change.Removal.ARCHIVE);
    private int refreshes;

    World() {
        daemon = withSource("daemon", SOURCE);
        stranger = withSource("stranger", new QualifiedName("source::foreign"));
    }

    Ledger ledgerOf(String connector) {
        return ledgers.ledger(new ServerName("daemon"), connector, new ServerName("store"));
    }

    private Requester withSource(String user, QualifiedName name) {
        Requester plain = new Requester(new UserId(user), Optional.empty());
        Guid guid = store.apply(plain, ChangeSet.of(creation("FileSystem", name)))
                .get(0)
                .guid();
        return plain.withSource(new MetadataSource(guid, name));
    }

    static Change.CreateElement creation(String type, QualifiedName name) {
        return new Change.CreateElement(
                new TypeName(type),
                ElementProperties.builder().text("qualifiedName", name.value()).build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    ReconcileRun begin(RefreshMode mode) {
        return new Reconciler(failingStore, ledger, daemon, writeGate, options, writer).begin(mode, origin());
    }

    /** Of the next refresh: the first is {@code refresh-1}; each begins at least a second after the one before. */
    RunOrigin origin() {
        refreshes++;
        clock.advance(Duration.ofSeconds(1));
        return new RunOrigin("refresh-" + refreshes, clock.instant());
    }

    ReconcileReport scheduled(Node... tops) {
        return refresh(RefreshMode.SCHEDULED, List.of(tops));
    }

    ReconcileReport requested(Node... tops) {
        return refresh(RefreshMode.REQUESTED, List.of(tops));
    }

    ReconcileReport releasing(Node... tops) {
        return refresh(RefreshMode.RELEASING, List.of(tops));
    }

    ReconcileReport refresh(RefreshMode mode, List<Node> tops) {
        try (ReconcileRun run = begin(mode)) {
            tops.forEach(top -> describe(run, top));
            return run.finish();
        }
    }

    static void describe(DescriptionSink sink, Node top) {
        try (DescriptionScope scope = sink.open(top.itemKey(), top.described(true))) {
            top.describeContent(scope);
        }
    }

    Element element(Node node) {
        return element(node.name().value());
    }

    Element element(String name) {
        return store.elements().stream()
                .filter(element -> element.qualifiedName().orElseThrow().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean exists(String name) {
        return store.elements().stream()
                .anyMatch(
                        element -> element.qualifiedName().orElseThrow().value().equals(name));
    }

    void byDaemonUser(Change... changes) {
        store.apply(daemon, ChangeSet.of(changes));
    }

    /** What the store holds of our source and is not archived: elements, and the links between them, in words. */
    Set<String> catalogue() {
        return catalogue(any -> true);
    }

    /** The same, of what the ledger knows. */
    Set<String> catalogueInLedger() {
        Set<Guid> known = ledger.owners(
                        store.elements().stream().map(Element::guid).toList())
                .keySet();
        return catalogue(element -> known.contains(element.guid()));
    }

    private Set<String> catalogue(Predicate<Element> which) {
        return CatalogueWords.of(
                store.elements().stream().filter(which).toList(),
                store.relationships(),
                daemon.source().orElseThrow());
    }

    /** What the store should hold. */
    static Set<String> expected(List<Node> tops, Set<String> notCatalogued) {
        return CatalogueWords.expected(tops, SOURCE, notCatalogued);
    }

    static ElementRef ref(Element element) {
        return ElementRef.to(element.guid());
    }

    Set<Element> foreign() {
        return new HashSet<>(store.elements().stream()
                .filter(element -> !element.source().equals(daemon.source()))
                .toList());
    }
}
