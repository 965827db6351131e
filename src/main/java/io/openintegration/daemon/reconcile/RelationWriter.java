package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ColumnLookup;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Portions;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relation;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings relationships between elements of anybody in line with what a connector wants. The metadata server itself is asked what there
 * is: the ledger knows nothing of them.
 */
final class RelationWriter {

    /** Of these many owners the relationships are looked at together. */
    private static final int OWNERS_AT_ONCE = 200;

    private final Catalogue catalogue;
    private final Tally tally;

    RelationWriter(Catalogue catalogue, Tally tally) {
        this.catalogue = catalogue;
        this.tally = tally;
    }

    /** Nothing where the refresh is only planned. */
    void write(List<Relations> all) {
        if (catalogue.isPlanned()) {
            return;
        }
        Portions.of(all, OWNERS_AT_ONCE).forEach(this::writeSome);
    }

    private void writeSome(List<Relations> some) {
        try {
            catalogue.apply(changes(some));
        } catch (ChangeRejectedException oneOfThem) {
            some.forEach(this::writeOne);
        }
    }

    /** Looks again at what there is: a server that takes single calls has made what came before the refused one. */
    private void writeOne(Relations relations) {
        try {
            catalogue.apply(changes(List.of(relations)));
        } catch (ChangeRejectedException refused) {
            tally.problem(ReconcileMessage.RELATIONS_REFUSED.with(relations.owner(), refused.reason()));
        }
    }

    private List<Change> changes(List<Relations> some) {
        Names names = names(some);
        Map<Guid, List<Relationship>> atEnd1 = present(some, names, 1);
        Map<Guid, List<Relationship>> atEnd2 = present(some, names, 2);
        List<Change> changes = new ArrayList<>();
        List<Relationship> gone = new ArrayList<>();
        some.forEach(relations -> compare(relations, names, links(relations, names, atEnd1, atEnd2), changes, gone));
        withoutThoseOfArchived(gone).forEach(link -> changes.add(new Change.Unrelate(link.guid())));
        return changes;
    }

    /** What is archived keeps its relationships. */
    private List<Relationship> withoutThoseOfArchived(List<Relationship> gone) {
        Set<Guid> ends = new HashSet<>();
        gone.forEach(link -> {
            ends.add(link.end1());
            ends.add(link.end2());
        });
        Map<Guid, Element> known = catalogue.elements(ends);
        return gone.stream()
                .filter(link -> Stream.of(link.end1(), link.end2())
                        .map(known::get)
                        .noneMatch(end -> end != null && end.isArchived()))
                .toList();
    }

    /** @param gone what the connector does not want any more is added to these */
    private static void compare(
            Relations relations,
            Names names,
            List<Relationship> present,
            List<Change> changes,
            List<Relationship> gone) {
        Map<Link, ElementProperties> wanted = new LinkedHashMap<>();
        for (Relation relation : relations.wanted()) {
            Optional<Guid> end1 = names.find(relation.end1());
            Optional<Guid> end2 = names.find(relation.end2());
            if (end1.isPresent() && end2.isPresent()) {
                wanted.put(new Link(relation.type(), end1.get(), end2.get()), marked(relation, relations.mark()));
            }
        }
        for (Relationship link : present) {
            ElementProperties properties = wanted.remove(new Link(link.type(), link.end1(), link.end2()));
            if (properties == null) {
                gone.add(link);
            } else if (!properties.equals(link.properties())) {
                changes.add(new Change.UpdateRelationship(link.guid(), properties, false));
            }
        }
        wanted.forEach((link, properties) -> changes.add(
                new Change.Relate(link.type(), ElementRef.to(link.end1()), ElementRef.to(link.end2()), properties)));
    }

    private static ElementProperties marked(Relation relation, Relations.Mark mark) {
        return relation.properties()
                .mergedWith(ElementProperties.builder()
                        .text(mark.property(), mark.value())
                        .build());
    }

    /** The relationships that there are of those kinds, and that are the connector's own. */
    private static List<Relationship> links(
            Relations relations,
            Names names,
            Map<Guid, List<Relationship>> atEnd1,
            Map<Guid, List<Relationship>> atEnd2) {
        List<Guid> owners = names.owners(relations);
        return relations.kinds().stream()
                .flatMap(kind -> owners.stream()
                        .flatMap(owner ->
                                (kind.ownersEnd() == 1 ? atEnd1 : atEnd2).getOrDefault(owner, List.of()).stream())
                        .filter(link -> link.type().equals(kind.type())))
                .filter(link -> link.properties()
                        .text(relations.mark().property())
                        .equals(Optional.of(relations.mark().value())))
                .toList();
    }

    private Map<Guid, List<Relationship>> present(List<Relations> some, Names names, int end) {
        Set<Guid> owners = new HashSet<>();
        Set<TypeName> types = new HashSet<>();
        for (Relations relations : some) {
            Set<TypeName> kinds = relations.kinds().stream()
                    .filter(kind -> kind.ownersEnd() == end)
                    .map(Relations.Kind::type)
                    .collect(Collectors.toSet());
            if (!kinds.isEmpty()) {
                types.addAll(kinds);
                owners.addAll(names.owners(relations));
            }
        }
        return catalogue.ownLinks(owners, end, types);
    }

    private Names names(List<Relations> some) {
        Set<QualifiedName> elements = new HashSet<>();
        Set<QualifiedName> withColumns = new HashSet<>();
        Set<QualifiedName> withNamedColumns = new HashSet<>();
        for (Relations relations : some) {
            elements.add(relations.owner());
            if (relations.ofColumns()) {
                withColumns.add(relations.owner());
            }
            relations.wanted().stream()
                    .flatMap(relation -> Stream.of(relation.end1(), relation.end2()))
                    .forEach(end -> {
                        elements.add(end.element());
                        end.column().ifPresent(column -> withNamedColumns.add(end.element()));
                    });
        }
        withColumns.addAll(withNamedColumns);
        Map<QualifiedName, Guid> found = new HashMap<>();
        catalogue.named(elements).forEach((name, element) -> {
            if (!element.isArchived()) {
                found.put(name, element.guid());
            }
        });
        ColumnLookup lookup = new ColumnLookup((guids, types) -> catalogue.links(guids, 1, types), catalogue::elements);
        Map<Guid, Set<Guid>> columns = lookup.guids(
                withColumns.stream().map(found::get).filter(Objects::nonNull).toList());
        Map<Guid, Set<Guid>> toBeNamed = new HashMap<>(columns);
        toBeNamed
                .keySet()
                .retainAll(withNamedColumns.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return new Names(found, columns, lookup.named(toBeNamed));
    }

    private record Link(TypeName type, Guid end1, Guid end2) {}

    /**
     * What the elements of some names are, and their columns.
     *
     * @param named only of those elements of which a column is asked for by its name
     */
    private record Names(
            Map<QualifiedName, Guid> elements, Map<Guid, Set<Guid>> columns, Map<Guid, Map<String, Element>> named) {

        private Optional<Guid> find(Relation.End end) {
            Optional<Guid> element = Optional.ofNullable(elements.get(end.element()));
            return end.column().isEmpty()
                    ? element
                    : element.map(named::get)
                            .map(all -> all.get(end.column().get()))
                            .map(Element::guid);
        }

        private List<Guid> owners(Relations relations) {
            Guid element = elements.get(relations.owner());
            if (element == null) {
                return List.of();
            }
            return relations.ofColumns() ? List.copyOf(columns.getOrDefault(element, Set.of())) : List.of(element);
        }
    }
}
