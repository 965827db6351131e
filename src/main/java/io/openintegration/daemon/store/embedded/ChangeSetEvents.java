package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvent.Kind;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one change set did, all in all, as events: what it did and undid itself does not show. Used by one thread, once. */
final class ChangeSetEvents {

    private final UserId user;
    private final Instant time;
    private final List<StoreEvent> events = new ArrayList<>();

    ChangeSetEvents(UserId user, Instant time) {
        this.user = user;
        this.time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    List<StoreEvent> events() {
        return events;
    }

    void created(Element element) {
        add(Kind.ELEMENT_CREATED, element, Optional.empty());
    }

    void deleted(Element element) {
        add(Kind.ELEMENT_DELETED, element, Optional.empty());
    }

    void changed(Element before, Element after) {
        if (!before.isArchived() && after.isArchived()) {
            add(Kind.ELEMENT_ARCHIVED, after, Optional.empty());
        } else if (before.isArchived() && !after.isArchived()) {
            add(Kind.ELEMENT_RESTORED, after, Optional.empty());
        }
        if (!before.properties().equals(after.properties())) {
            add(Kind.ELEMENT_UPDATED, after, Optional.empty());
        }
        classifications(before, after);
    }

    void created(Relationship relationship) {
        add(Kind.RELATIONSHIP_CREATED, relationship);
    }

    void changed(Relationship relationship) {
        add(Kind.RELATIONSHIP_UPDATED, relationship);
    }

    void deleted(Relationship relationship) {
        add(Kind.RELATIONSHIP_DELETED, relationship);
    }

    private void classifications(Element before, Element after) {
        Map<TypeName, ElementProperties> had = before.classifications();
        sorted(after.classifications()).forEach((name, properties) -> {
            if (!had.containsKey(name)) {
                add(Kind.ELEMENT_CLASSIFIED, after, Optional.of(name));
            } else if (!had.get(name).equals(properties)) {
                add(Kind.ELEMENT_RECLASSIFIED, after, Optional.of(name));
            }
        });
        sorted(had).forEach((name, properties) -> {
            if (!after.classifications().containsKey(name)) {
                add(Kind.ELEMENT_DECLASSIFIED, after, Optional.of(name));
            }
        });
    }

    /** By name. That of archived elements is told by an event of its own. */
    private static Map<TypeName, ElementProperties> sorted(Map<TypeName, ElementProperties> classifications) {
        Map<TypeName, ElementProperties> sorted = new TreeMap<>(Comparator.comparing(TypeName::value));
        sorted.putAll(classifications);
        sorted.remove(Element.MEMENTO);
        return sorted;
    }

    private void add(Kind kind, Element element, Optional<TypeName> classification) {
        events.add(new StoreEvent(
                kind,
                element.guid(),
                element.type(),
                element.versions().version(),
                element.qualifiedName(),
                classification,
                Optional.empty(),
                user,
                time));
    }

    private void add(Kind kind, Relationship relationship) {
        events.add(new StoreEvent(
                kind,
                relationship.guid(),
                relationship.type(),
                relationship.versions().version(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new StoreEvent.Ends(relationship.end1(), relationship.end2())),
                user,
                time));
    }
}
