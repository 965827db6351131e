package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The relationships that one change set read or wrote: as they were, and as they are now. */
final class RelationshipCopies {

    private final Map<Guid, Relationship> before = new HashMap<>();
    private final Map<Guid, Optional<Relationship>> now = new HashMap<>();
    private final Map<Link, Guid> links = new HashMap<>();
    private final Map<Guid, Relationship> written = new LinkedHashMap<>();
    private final Set<Guid> removed = new LinkedHashSet<>();

    /** What was found for these GUIDs; those without a relationship are remembered as absent. */
    void loaded(Collection<Guid> asked, Collection<Relationship> found) {
        for (Relationship relationship : found) {
            if (before.putIfAbsent(relationship.guid(), relationship) == null) {
                remember(relationship);
            }
        }
        asked.forEach(guid -> now.putIfAbsent(guid, Optional.empty()));
    }

    boolean knows(Guid guid) {
        return now.containsKey(guid);
    }

    Optional<Relationship> current(Guid guid) {
        return now.getOrDefault(guid, Optional.empty());
    }

    Optional<Relationship> link(TypeName type, Guid end1, Guid end2) {
        return Optional.ofNullable(links.get(new Link(type, end1, end2))).flatMap(this::current);
    }

    /** Those known of the element. */
    List<Relationship> of(Guid element) {
        return now.values().stream()
                .flatMap(Optional::stream)
                .filter(link -> link.end1().equals(element) || link.end2().equals(element))
                .toList();
    }

    void put(Relationship relationship) {
        remember(relationship);
        written.put(relationship.guid(), relationship);
    }

    void remove(Guid guid) {
        now.put(guid, Optional.empty());
        written.remove(guid);
        removed.add(guid);
    }

    /** The relationships of an element that goes; the database itself removes those that it holds. */
    void removeOf(Guid element) {
        now.replaceAll((guid, relationship) -> relationship.filter(
                link -> !link.end1().equals(element) && !link.end2().equals(element)));
        written.values()
                .removeIf(link -> link.end1().equals(element) || link.end2().equals(element));
    }

    List<Relationship> made() {
        return written.values().stream()
                .filter(link -> !before.containsKey(link.guid()))
                .toList();
    }

    List<Relationship> changed() {
        return written.values().stream()
                .filter(link -> before.containsKey(link.guid()))
                .toList();
    }

    /** For each of {@link #changed}, the version that the database holds. */
    List<Long> versionsBefore() {
        return changed().stream()
                .map(link -> before.get(link.guid()).versions().version())
                .toList();
    }

    List<Guid> removed() {
        return removed.stream().filter(before::containsKey).toList();
    }

    /** Those of {@link #removed}, as they were. */
    List<Relationship> lost() {
        return removed().stream().map(before::get).toList();
    }

    private void remember(Relationship relationship) {
        now.put(relationship.guid(), Optional.of(relationship));
        links.put(new Link(relationship.type(), relationship.end1(), relationship.end2()), relationship.guid());
    }

    private record Link(TypeName type, Guid end1, Guid end2) {}
}
