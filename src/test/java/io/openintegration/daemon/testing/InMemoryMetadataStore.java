package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.types.QueryValidation;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.metadata.types.TypeValidation;
import io.openintegration.daemon.store.embedded.ChangeLaw;
import io.openintegration.daemon.store.embedded.OrderedGuids;
import io.openintegration.daemon.store.embedded.StoredElement;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A metadata server in memory that keeps the whole law of the port, counts writes, and can be told to be away. */
public final class InMemoryMetadataStore implements BatchStore {

    private static final String RELATED = "getRelatedMetadataElements";

    private final TypeCatalogue types = TypeCatalogue.openMetadata();
    private final OrderedGuids guids = new OrderedGuids();
    private final Clock clock;
    private final Map<BatchId, List<ChangeResult>> receipts = new HashMap<>();
    private InMemoryContent content = new InMemoryContent();
    private Optional<Message> outage = Optional.empty();
    private Runnable onCall = () -> {};
    private int writeCalls;
    private int changesApplied;

    public InMemoryMetadataStore(Clock clock) {
        this.clock = clock;
    }

    /** What happens during every call from now on. */
    public synchronized void onCall(Runnable step) {
        onCall = step;
    }

    /** From now on every call throws UNAVAILABLE with this reason. */
    public synchronized void failWith(Message reason) {
        outage = Optional.of(reason);
    }

    /** Ends what {@link #failWith} began. */
    public synchronized void recover() {
        outage = Optional.empty();
    }

    /** How often {@link #apply} succeeded. */
    public synchronized int writeCalls() {
        return writeCalls;
    }

    /** How many changes, in all calls that succeeded, made a difference. */
    public synchronized int changesApplied() {
        return changesApplied;
    }

    /** All elements, archived ones too, in the order of their creation. */
    public synchronized List<Element> elements() {
        return content.elements().stream().map(StoredElement::element).toList();
    }

    /** All relationships in the order of their creation. */
    public synchronized List<Relationship> relationships() {
        return content.relationships();
    }

    @Override
    public synchronized List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        mustBeUp();
        InMemoryContent changed = content.copy();
        List<ChangeResult> results = new ChangeLaw(changed, types, guids, requester, clock.instant()).carryOut(changes);
        content = changed;
        writeCalls++;
        changesApplied += (int) results.stream().filter(ChangeResult::changed).count();
        return results;
    }

    @Override
    public synchronized BatchOutcome applyOnce(Requester requester, BatchId id, ChangeSet changes) {
        mustBeUp();
        Optional<BatchId> used = receipts.keySet().stream()
                .filter(known -> known.request().equals(id.request()) && known.number() == id.number())
                .findFirst();
        if (used.isPresent() && !used.get().equals(id)) {
            throw Refusals.requestIdUsed(id);
        }
        if (used.isPresent()) {
            return new BatchOutcome(true, receipts.get(id));
        }
        List<ChangeResult> results = apply(requester, changes);
        receipts.put(id, results);
        return new BatchOutcome(false, results);
    }

    @Override
    public synchronized Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        mustBeUp();
        return find(guid, forLineage);
    }

    private Optional<Element> find(Guid guid, boolean forLineage) {
        return content.element(guid).map(StoredElement::element).filter(seen(forLineage));
    }

    @Override
    public synchronized Map<QualifiedName, Element> findByQualifiedNames(
            Requester requester, Collection<QualifiedName> names) {
        mustBeUp();
        Map<QualifiedName, Element> found = new HashMap<>();
        names.forEach(name -> content.named(name).ifPresent(stored -> found.put(name, stored.element())));
        return found;
    }

    @Override
    public synchronized Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        mustBeUp();
        Map<Guid, Long> versions = new HashMap<>();
        new HashSet<>(guids).forEach(guid -> find(guid, false)
                .ifPresent(element -> versions.put(guid, element.versions().version())));
        return versions;
    }

    @Override
    public synchronized List<Element> find(Requester requester, TextSearch search) {
        mustBeUp();
        return find(requester, search.query());
    }

    @Override
    public synchronized List<Element> find(Requester requester, ElementQuery query) {
        mustBeUp();
        new QueryValidation(types, "findMetadataElements").check(query);
        return page(
                elements().stream()
                        .filter(seen(query.forLineage()))
                        .filter(element -> query.type().stream().allMatch(type -> types.isA(element.type(), type)))
                        .filter(element -> query.subTypes().isEmpty()
                                || query.subTypes().stream().anyMatch(type -> types.isA(element.type(), type)))
                        .filter(query.where()::holds)
                        .sorted(Comparator.comparing(
                                query.sequence()::rank, query.sequence().order())),
                query.paging());
    }

    @Override
    public synchronized List<Relationship> find(Requester requester, RelationshipQuery query) {
        mustBeUp();
        new QueryValidation(types, "findRelationshipsBetweenMetadataElements").check(query);
        return page(
                content.relationships().stream()
                        .filter(link -> query.type().stream().allMatch(link.type()::equals))
                        .filter(query.ends()::hold)
                        .filter(link -> query.forLineage()
                                || Stream.of(link.end1(), link.end2())
                                        .noneMatch(end -> element(end).isArchived()))
                        .filter(query.where()::holds)
                        .sorted(Comparator.comparing(
                                query.sequence()::rank, query.sequence().order())),
                query.paging());
    }

    @Override
    public synchronized Optional<Relationship> relationship(Requester requester, Guid guid) {
        mustBeUp();
        return content.relationship(guid);
    }

    @Override
    public synchronized List<RelatedElement> related(Requester requester, RelatedQuery query) {
        mustBeUp();
        query.relationshipType().ifPresent(new TypeValidation(types, RELATED)::relationshipType);
        Element start = content.element(query.element())
                .map(StoredElement::element)
                .orElseThrow(
                        () -> Refusals.unknownElement(RELATED, query.element().value()));
        if (start.isArchived() && !query.forLineage()) {
            throw Refusals.archived(RELATED, start);
        }
        return page(
                content.relationships().stream()
                        .filter(link -> query.relationshipType().stream().allMatch(link.type()::equals))
                        .sorted(Comparator.comparing(
                                query.sequence()::rank, query.sequence().order()))
                        .flatMap(link -> neighbours(link, query))
                        .filter(found -> seen(query.forLineage()).test(found.element())),
                query.paging());
    }

    @Override
    public synchronized Map<Guid, List<Relationship>> relationships(
            Requester requester, Collection<Guid> elements, int end) {
        mustBeUp();
        Set<Guid> wanted = Set.copyOf(elements);
        return content.relationships().stream()
                .filter(link -> wanted.contains(end == 1 ? link.end1() : link.end2()))
                .collect(Collectors.groupingBy(link -> end == 1 ? link.end1() : link.end2()));
    }

    private Stream<RelatedElement> neighbours(Relationship link, RelatedQuery query) {
        boolean fromEnd1 = query.startingAtEnd() != 2 && link.end1().equals(query.element());
        boolean fromEnd2 = query.startingAtEnd() != 1 && link.end2().equals(query.element());
        return Stream.concat(
                fromEnd1 ? Stream.of(new RelatedElement(link, element(link.end2()), false)) : Stream.empty(),
                fromEnd2 ? Stream.of(new RelatedElement(link, element(link.end1()), true)) : Stream.empty());
    }

    private Element element(Guid guid) {
        return content.element(guid).orElseThrow().element();
    }

    private void mustBeUp() {
        onCall.run();
        if (outage.isPresent()) {
            throw new MetadataStoreException(MetadataStoreException.Kind.UNAVAILABLE, outage.get());
        }
    }

    private static Predicate<Element> seen(boolean forLineage) {
        return element -> forLineage || !element.isArchived();
    }

    private static <T> List<T> page(Stream<T> all, Paging paging) {
        return all.skip(paging.startFrom()).limit(paging.pageSize()).toList();
    }
}
