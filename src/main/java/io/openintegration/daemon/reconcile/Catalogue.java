package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Portions;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The metadata server and the ledger as one connector's refresh sees them; every write passes the gate. What could be changed, or be in
 * the way of, what is {@linkplain WritesInFlight in flight}, waits for that.
 */
final class Catalogue {

    private static final int MARKS_AT_ONCE = 2_000;

    private final MetadataStore store;
    private final Ledger ledger;
    private final Requester requester;
    private final ReconcileOptions options;
    private final WritesInFlight inFlight;
    private final GatedWrites writes;
    private final GatedWrites writesAhead;
    private final AtomicLong steps = new AtomicLong();

    /** @param writer has written what the refresh need not wait for */
    Catalogue(
            MetadataStore store,
            Ledger ledger,
            Requester requester,
            Runnable writeGate,
            ReconcileOptions options,
            Executor writer) {
        this.store = store;
        this.ledger = ledger;
        this.requester = requester;
        this.options = options;
        this.inFlight = new WritesInFlight(writer);
        this.writesAhead = new GatedWrites(store, ledger, requester, () -> {
            steps.incrementAndGet();
            writeGate.run();
        });
        this.writes = new GatedWrites(store, ledger, requester, () -> {
            inFlight.await();
            steps.incrementAndGet();
            writeGate.run();
        });
    }

    /** How many questions and writes there were so far; may be called by any thread. */
    long steps() {
        return steps.get();
    }

    /** Whether nothing of what is written comes to the metadata server, since it is only planned. */
    boolean isPlanned() {
        return store instanceof PlanStore;
    }

    /** Whether nothing was saved: whatever is written in the metadata server is noted in the ledger, too. */
    boolean isUntouched() {
        return writes.areNone() && writesAhead.areNone();
    }

    WritesInFlight inFlight() {
        return inFlight;
    }

    /** Of the refresh's own thread. */
    GatedWrites writes() {
        return writes;
    }

    /** Of those that are {@linkplain #inFlight in flight}. */
    GatedWrites writesAhead() {
        return writesAhead;
    }

    ReconcileOptions options() {
        return options;
    }

    /** What top scopes hang on; empty where the connector has no metadata source. */
    Optional<Guid> metadataSource() {
        return requester.source().map(MetadataSource::guid);
    }

    /** Changes nothing and asks nobody where there are no changes. */
    List<ChangeResult> apply(List<Change> changes) {
        return writes.apply(changes);
    }

    void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten) {
        writes.save(entries, forgotten);
    }

    List<LedgerIntent> intended() {
        return ledger().intended();
    }

    void settle(Collection<LedgerEntry> entries) {
        writes.settle(entries);
    }

    void markMissing(Collection<ItemKey> keys, Instant since) {
        writes.markMissing(keys, since);
    }

    void markPresent(Collection<ItemKey> keys) {
        writes.markPresent(keys);
    }

    List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        return ledger().missing(after, most);
    }

    long count() {
        return ledger().count();
    }

    long countIn(ItemKey scope) {
        return ledger().countIn(scope);
    }

    Optional<LedgerEntry> entry(ItemKey key) {
        inFlight.await(List.of(key));
        return ledger.find(key);
    }

    Map<ItemKey, LedgerEntry> entries(Collection<ItemKey> keys) {
        inFlight.await(keys);
        return keys.isEmpty() ? Map.of() : ledger.find(keys);
    }

    List<LedgerEntry> madeBy(String run, Optional<ItemKey> after) {
        return ledger().madeBy(run, after, Portions.QUESTION);
    }

    boolean isEmpty(ItemKey scope) {
        boolean[] found = {false};
        marks(Optional.of(scope), portion -> found[0] = true);
        return !found[0];
    }

    /** A portion at a time; the ledger may be changed meanwhile. */
    void marks(Optional<ItemKey> scope, Consumer<List<LedgerMark>> work) {
        inFlight.awaitContentOf(scope);
        ledger.marks(scope, MARKS_AT_ONCE, portion -> {
            steps.incrementAndGet();
            work.accept(portion);
        });
    }

    Map<Guid, LedgerOwner> owners(Collection<Guid> elements) {
        return elements.isEmpty() ? Map.of() : ledger().owners(elements);
    }

    Map<Guid, Long> versions(Collection<Guid> elements) {
        Map<Guid, Long> versions = new HashMap<>();
        Portions.of(elements).forEach(slice -> versions.putAll(store().versions(requester, slice)));
        return versions;
    }

    Map<QualifiedName, Element> named(Collection<QualifiedName> names) {
        Map<QualifiedName, Element> found = new HashMap<>();
        Portions.of(names).forEach(slice -> found.putAll(store().findByQualifiedNames(requester, slice)));
        return found;
    }

    /**
     * Those of the neighbours that this metadata source related to the element, archived ones too; none where it is gone. A folder may
     * have a million: no more than a page of those that are not asked for is held.
     */
    List<RelatedElement> ownNeighbours(Guid element, Predicate<RelatedElement> which) {
        return neighbours(element, Optional.empty(), 0, found -> isOwn(found) && which.test(found));
    }

    /** Those that others related to the element, archived ones too; none where it is gone. */
    List<RelatedElement> neighboursOfOthers(Guid element) {
        return neighbours(element, Optional.empty(), 0, found -> !isOwn(found));
    }

    private List<RelatedElement> neighbours(
            Guid element, Optional<TypeName> type, int end, Predicate<RelatedElement> which) {
        List<RelatedElement> neighbours = new ArrayList<>();
        try {
            int read;
            int start = 0;
            do {
                List<RelatedElement> page = store().related(
                                requester,
                                new RelatedQuery(element, type, end, true, new Paging(start, Portions.QUESTION)));
                page.stream().filter(which).forEach(neighbours::add);
                read = page.size();
                start += read;
            } while (read == Portions.QUESTION);
        } catch (MetadataStoreException refused) {
            if (refused.kind() != MetadataStoreException.Kind.NOT_FOUND) {
                throw refused;
            }
        }
        return neighbours;
    }

    /** The relationships of this metadata source in which the elements sit at that end. */
    Map<Guid, List<Relationship>> ownLinks(Collection<Guid> elements, int end) {
        return own(links(elements, end));
    }

    /** Those of them that are of these types. */
    Map<Guid, List<Relationship>> ownLinks(Collection<Guid> elements, int end, Set<TypeName> types) {
        return own(links(elements, end, types));
    }

    private Map<Guid, List<Relationship>> own(Map<Guid, List<Relationship>> links) {
        links.replaceAll((element, all) ->
                all.stream().filter(link -> isOwn(link.source())).toList());
        return links;
    }

    /** The relationships, whoever made them, in which the elements sit at that end. */
    Map<Guid, List<Relationship>> links(Collection<Guid> elements, int end) {
        Map<Guid, List<Relationship>> links = new HashMap<>();
        Portions.of(elements).forEach(slice -> links.putAll(store().relationships(requester, slice, end)));
        return links;
    }

    /** The relationships of these types, whoever made them, in which the elements sit at that end. */
    Map<Guid, List<Relationship>> links(Collection<Guid> elements, int end, Set<TypeName> types) {
        Map<Guid, List<Relationship>> links = new HashMap<>();
        Portions.of(elements).forEach(portion -> links.putAll(store().relationships(requester, portion, end, types)));
        return links;
    }

    /** Those of the elements that there are, archived ones too. */
    Map<Guid, Element> elements(Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        Portions.of(guids).forEach(slice -> found.putAll(store().get(requester, slice)));
        return found;
    }

    /** The containers on which the element hangs by links of that kind, and the links; none where it is gone. */
    List<RelatedElement> linksToContainers(Guid element, ItemLink kind) {
        return neighbours(element, Optional.of(kind.relationshipType()), kind.containerAtEnd1() ? 2 : 1, this::isOwn);
    }

    /** Archived ones too. */
    Optional<Element> element(Guid guid) {
        return store().get(requester, guid, true);
    }

    /** Whether something of this source is written on behalf of the same metadata source as this refresh writes. */
    boolean isOwn(Optional<MetadataSource> source) {
        return source.map(MetadataSource::guid).equals(metadataSource());
    }

    private boolean isOwn(RelatedElement found) {
        return isOwn(found.relationship().source());
    }

    private Ledger ledger() {
        inFlight.await();
        steps.incrementAndGet();
        return ledger;
    }

    private MetadataStore store() {
        inFlight.await();
        steps.incrementAndGet();
        return store;
    }
}
