package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The changes that undo differences of one item. What is neither as it was after, nor as it was before, was changed by others
 * and is left.
 */
final class WayBack {

    private final Catalogue catalogue;
    private final QualifiedName item;
    private final Map<QualifiedName, Element> elements;
    private final Optional<Guid> container;
    private final Map<QualifiedName, ElementProperties> properties = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Difference> undone = new ArrayList<>();
    private final List<Message> left = new ArrayList<>();
    private final Set<Guid> purged = new HashSet<>();

    /**
     * @param elements what there is of item and parts, and of what they were cut from
     * @param container what the item hangs on now
     */
    WayBack(Catalogue catalogue, QualifiedName item, Map<QualifiedName, Element> elements, Optional<Guid> container) {
        this.catalogue = catalogue;
        this.item = item;
        this.elements = elements;
        this.container = container;
    }

    /** Differences in the order in which they came about. */
    void go(List<Difference> differences) {
        for (int i = differences.size() - 1; i >= 0; i--) {
            go(differences.get(i));
        }
        properties.forEach((name, values) ->
                changes.add(0, new Change.UpdateElement(elements.get(name).guid(), values, false)));
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<Difference> undone() {
        return List.copyOf(undone);
    }

    List<Message> left() {
        return List.copyOf(left);
    }

    /** Parts that are taken away. */
    Set<Guid> purged() {
        return Set.copyOf(purged);
    }

    private void go(Difference difference) {
        Optional<Element> element =
                Optional.ofNullable(elements.get(difference.element())).filter(any -> !any.isArchived());
        boolean came = difference.aspect() == Difference.Aspect.PART
                && difference.before().isEmpty();
        if (difference.aspect() == Difference.Aspect.TYPE || (difference.aspect() == Difference.Aspect.PART && !came)) {
            left.add(UndoMessage.PURGED.with(difference.element()));
        } else if (element.isPresent()) {
            switch (difference.aspect()) {
                case PROPERTY -> property(difference, element.get());
                case CLASSIFICATION -> classification(difference, element.get());
                case LINK -> link(difference, element.get());
                default -> part(difference, element.get());
            }
        } else if (!came) {
            left.add(UndoMessage.GONE.with(difference.element()));
        }
    }

    private void property(Difference difference, Element element) {
        ElementProperties present = properties.getOrDefault(difference.element(), element.properties());
        Optional<ElementProperties> value =
                present.get(difference.name()).map(it -> ElementDifferences.alone(difference.name(), it));
        if (isAsLeft(difference, value)) {
            TreeMap<String, PropertyValue> values = new TreeMap<>(present.values());
            values.remove(difference.name());
            difference.before().ifPresent(before -> values.putAll(before.values()));
            properties.put(difference.element(), new ElementProperties(values));
            undone.add(difference.reversed());
        }
    }

    private void classification(Difference difference, Element element) {
        TypeName name = new TypeName(difference.name());
        if (isAsLeft(difference, Optional.ofNullable(element.classifications().get(name)))) {
            changes.add(difference
                    .before()
                    .<Change>map(before -> new Change.Classify(ElementRef.to(element.guid()), name, before))
                    .orElseGet(() -> new Change.Declassify(element.guid(), name)));
            undone.add(difference.reversed());
        }
    }

    private void part(Difference difference, Element part) {
        if (isAsLeft(difference, Optional.of(part.properties()))) {
            changes.add(new Change.RemoveElement(part.guid(), Change.Removal.PURGE));
            purged.add(part.guid());
            undone.add(difference.reversed());
        }
    }

    private void link(Difference difference, Element element) {
        if (difference.other().isPresent()) {
            again(difference, element, difference.other().get());
            return;
        }
        List<RelatedElement> links = catalogue.ownNeighbours(
                element.guid(),
                found -> found.relationship().type().value().equals(difference.name())
                        && (!item.equals(difference.element())
                                || Optional.of(found.element().guid()).equals(container)));
        Optional<RelatedElement> made = links.stream()
                .filter(found -> Optional.of(found.relationship().properties()).equals(difference.after()))
                .findFirst();
        if (made.isPresent()) {
            Guid relationship = made.get().relationship().guid();
            changes.add(difference
                    .before()
                    .<Change>map(before -> new Change.UpdateRelationship(relationship, before, false))
                    .orElseGet(() -> new Change.Unrelate(relationship)));
            undone.add(difference.reversed());
        } else if (!links.isEmpty() && difference.before().isEmpty()) {
            left.add(UndoMessage.EDITED.with(difference.element(), difference.name()));
        }
    }

    /** Hangs the item on what it was cut from. */
    private void again(Difference difference, Element element, Difference.LinkEnd end) {
        Optional<Element> other = Optional.ofNullable(elements.get(end.element()))
                .filter(any -> !any.isArchived() && any.guid().equals(end.guid()));
        if (other.isEmpty()) {
            left.add(UndoMessage.GONE.with(end.element()));
            return;
        }
        ElementRef there = ElementRef.to(other.get().guid());
        ElementRef here = ElementRef.to(element.guid());
        changes.add(new Change.Relate(
                new TypeName(difference.name()),
                end.atEnd1() ? there : here,
                end.atEnd1() ? here : there,
                difference.before().orElseThrow()));
        undone.add(difference.reversed());
    }

    private boolean isAsLeft(Difference difference, Optional<ElementProperties> present) {
        if (present.equals(difference.after())) {
            return true;
        }
        if (!present.equals(difference.before())) {
            left.add(UndoMessage.EDITED.with(difference.element(), difference.name()));
        }
        return false;
    }
}
