package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A metadata server as a plan would leave it, as far as that can be told by names, GUIDs and the plan's ledger. Nothing is
 * written to the server itself. It refuses names that exist and elements that are gone, as a server does; of other refusals
 * nobody knows before the plan is carried out.
 */
final class PlanStore implements MetadataStore {

    private static final MetadataSource GONE =
            new MetadataSource(new Guid("planned: gone"), new QualifiedName("planned: gone"));

    private final MetadataStore store;
    private final PlanScratch scratch;
    private final Change.Removal removal;

    PlanStore(MetadataStore store, PlanScratch scratch, Change.Removal removal) {
        this.store = store;
        this.scratch = scratch;
        this.removal = removal;
    }

    @Override
    public List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        return new PlannedChanges(names -> findByQualifiedNames(requester, names), guids -> versions(requester, guids))
                .results(changes.changes());
    }

    @Override
    public Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        Optional<LedgerEntry> planned =
                Optional.ofNullable(scratch.entriesOf(List.of(guid)).get(guid));
        Optional<Element> found = PlanScratch.isPlanned(guid)
                ? planned.map(entry -> planned(requester, guid, entry))
                : store.get(requester, guid, true).flatMap(element -> seen(element, planned));
        return found.filter(element -> forLineage || !element.isArchived());
    }

    @Override
    public Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names) {
        Map<QualifiedName, Element> found = new HashMap<>();
        Map<QualifiedName, Element> existing = store.findByQualifiedNames(requester, names);
        Map<Guid, LedgerEntry> planned =
                scratch.entriesOf(existing.values().stream().map(Element::guid).toList());
        existing.forEach((name, element) ->
                seen(element, Optional.ofNullable(planned.get(element.guid()))).ifPresent(it -> found.put(name, it)));
        Map<Guid, QualifiedName> made =
                names.stream().collect(Collectors.toMap(PlanScratch::guidOf, name -> name, (one, same) -> one));
        scratch.entriesOf(made.keySet()).forEach((guid, entry) -> {
            if (!PlanScratch.isBuried(entry)) {
                found.put(made.get(guid), planned(requester, guid, entry));
            }
        });
        return found;
    }

    @Override
    public Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        List<Guid> existing =
                guids.stream().filter(guid -> !PlanScratch.isPlanned(guid)).toList();
        Map<Guid, Long> versions = new HashMap<>(existing.isEmpty() ? Map.of() : store.versions(requester, existing));
        scratch.entriesOf(guids).forEach((guid, entry) -> {
            if (PlanScratch.isBuried(entry)) {
                versions.remove(guid);
            } else {
                versions.put(guid, PlannedChanges.VERSION);
            }
        });
        return versions;
    }

    @Override
    public List<Element> find(Requester requester, TextSearch search) {
        return store.find(requester, search);
    }

    @Override
    public List<Element> find(Requester requester, ElementQuery query) {
        return store.find(requester, query);
    }

    @Override
    public List<Relationship> find(Requester requester, RelationshipQuery query) {
        return store.find(requester, query);
    }

    @Override
    public Optional<Relationship> relationship(Requester requester, Guid guid) {
        return store.relationship(requester, guid);
    }

    /** What is still to be made has no neighbours yet. */
    @Override
    public List<RelatedElement> related(Requester requester, RelatedQuery query) {
        if (PlanScratch.isPlanned(query.element())) {
            return List.of();
        }
        List<RelatedElement> found = store.related(requester, query);
        Map<Guid, LedgerEntry> replacements = scratch.entriesOf(found.stream()
                .flatMap(neighbour -> neighbour.element().qualifiedName().stream())
                .map(PlanScratch::guidOf)
                .toList());
        return found.stream()
                .map(neighbour -> seen(requester, neighbour, replacements))
                .toList();
    }

    /** A scope that the plan replaces hands its content to its successor; of anything else that is replaced the links are gone. */
    private static RelatedElement seen(
            Requester requester, RelatedElement neighbour, Map<Guid, LedgerEntry> replacements) {
        Optional<Guid> successor = neighbour.element().qualifiedName().map(PlanScratch::guidOf);
        Optional<LedgerEntry> replacement =
                successor.map(replacements::get).filter(entry -> !PlanScratch.isBuried(entry));
        if (replacement.isEmpty()) {
            return neighbour;
        }
        Relationship link = neighbour.relationship();
        return new RelatedElement(
                replacement.get().isScope() ? link : gone(link),
                planned(requester, successor.get(), replacement.get()),
                neighbour.elementAtEnd1());
    }

    /** Nobody's: left out it would look as if there were no more of them. */
    private static Relationship gone(Relationship link) {
        return new Relationship(
                link.guid(),
                link.type(),
                link.end1(),
                link.end2(),
                link.properties(),
                Optional.of(GONE),
                link.versions());
    }

    /** What is still to be made has no relationships yet. */
    @Override
    public Map<Guid, List<Relationship>> relationships(Requester requester, Collection<Guid> elements, int end) {
        List<Guid> existing = existing(elements);
        return existing.isEmpty() ? Map.of() : store.relationships(requester, existing, end);
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(
            Requester requester, Collection<Guid> elements, int end, Set<TypeName> types) {
        List<Guid> existing = existing(elements);
        return existing.isEmpty() ? Map.of() : store.relationships(requester, existing, end, types);
    }

    private static List<Guid> existing(Collection<Guid> elements) {
        return elements.stream().filter(guid -> !PlanScratch.isPlanned(guid)).toList();
    }

    /** What the plan takes away is archived, or is not there any more; what it brings back is not archived. */
    private Optional<Element> seen(Element element, Optional<LedgerEntry> planned) {
        if (planned.isEmpty()) {
            return Optional.of(element);
        }
        boolean goes = PlanScratch.isBuried(planned.get());
        if (goes && !element.isArchived() && removal == Change.Removal.PURGE) {
            return Optional.empty();
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>(element.classifications());
        if (goes) {
            classifications.putIfAbsent(Element.MEMENTO, ElementProperties.NONE);
        } else {
            classifications.remove(Element.MEMENTO);
        }
        return Optional.of(element.classified(classifications));
    }

    private static Element planned(Requester requester, Guid guid, LedgerEntry entry) {
        Optional<LedgerPart> part =
                entry.parts().stream().filter(any -> any.guid().equals(guid)).findFirst();
        QualifiedName name = part.map(LedgerPart::name).orElse(entry.name());
        return new Element(
                guid,
                part.map(LedgerPart::type).orElse(entry.type()),
                ElementProperties.builder().text("qualifiedName", name.value()).build(),
                Map.of(),
                requester.source(),
                new ElementVersions(
                        requester.user(), requester.user(), Instant.EPOCH, Instant.EPOCH, PlannedChanges.VERSION));
    }
}
