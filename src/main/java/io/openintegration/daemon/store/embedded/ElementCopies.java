package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements that one change set read or wrote: as they were, and as they are now. */
final class ElementCopies {

    private final Map<Guid, StoredElement> before = new HashMap<>();
    private final Map<Guid, Optional<StoredElement>> now = new HashMap<>();
    private final Map<QualifiedName, Optional<Guid>> names = new HashMap<>();
    private final Map<Guid, Set<Guid>> parts = new HashMap<>();
    private final Map<Guid, ElementRow> written = new LinkedHashMap<>();
    private final Set<Guid> removed = new LinkedHashSet<>();

    /** What was found for these GUIDs; those without an element are remembered as absent. */
    void loaded(Collection<Guid> asked, Collection<StoredElement> found) {
        found.forEach(this::loaded);
        asked.forEach(guid -> now.putIfAbsent(guid, Optional.empty()));
    }

    void loadedByName(Collection<QualifiedName> asked, Collection<StoredElement> found) {
        found.forEach(this::loaded);
        asked.forEach(name -> names.putIfAbsent(name, Optional.empty()));
    }

    boolean knows(Guid guid) {
        return now.containsKey(guid);
    }

    boolean knows(QualifiedName name) {
        return names.containsKey(name);
    }

    Optional<StoredElement> current(Guid guid) {
        return now.getOrDefault(guid, Optional.empty());
    }

    Optional<StoredElement> current(QualifiedName name) {
        return names.getOrDefault(name, Optional.empty()).flatMap(this::current);
    }

    List<StoredElement> anchoredTo(Guid anchor) {
        return parts.getOrDefault(anchor, Set.of()).stream()
                .flatMap(guid -> current(guid).stream())
                .toList();
    }

    /** Whether this change set made the element. */
    boolean isNew(Guid guid) {
        return written.containsKey(guid) && !before.containsKey(guid);
    }

    boolean isRemoved(Guid guid) {
        return removed.contains(guid);
    }

    void put(ElementRow row) {
        StoredElement stored = row.stored();
        forgetName(stored.guid());
        remember(stored);
        written.put(stored.guid(), row);
    }

    void remove(Guid guid) {
        forgetName(guid);
        now.put(guid, Optional.empty());
        written.remove(guid);
        removed.add(guid);
    }

    /** In the order of their creation. */
    List<ElementRow> made() {
        return written.values().stream()
                .filter(row -> !before.containsKey(row.stored().guid()))
                .toList();
    }

    /**
     * Existing elements, otherwise untouched, that got new parts: they are written too, so that somebody who takes such
     * an element away at the same time does not overlook the new part.
     */
    List<StoredElement> extended() {
        return made().stream()
                .flatMap(row -> row.stored().anchor().stream())
                .distinct()
                .filter(anchor -> before.containsKey(anchor) && !written.containsKey(anchor))
                .map(before::get)
                .toList();
    }

    List<ElementRow> changed() {
        return written.values().stream()
                .filter(row -> before.containsKey(row.stored().guid()))
                .toList();
    }

    /** One of {@link #changed}, as it was. */
    StoredElement before(Guid guid) {
        return before.get(guid);
    }

    /** As they were, in the order of their removal. */
    List<StoredElement> removed() {
        return new ArrayList<>(removed)
                .stream().filter(before::containsKey).map(before::get).toList();
    }

    private void loaded(StoredElement stored) {
        if (before.putIfAbsent(stored.guid(), stored) == null) {
            remember(stored);
        }
    }

    private void remember(StoredElement stored) {
        now.put(stored.guid(), Optional.of(stored));
        stored.element().qualifiedName().ifPresent(name -> names.put(name, Optional.of(stored.guid())));
        stored.anchor().ifPresent(anchor -> parts.computeIfAbsent(anchor, key -> new LinkedHashSet<>())
                .add(stored.guid()));
    }

    private void forgetName(Guid guid) {
        current(guid)
                .flatMap(stored -> stored.element().qualifiedName())
                .ifPresent(name -> names.put(name, Optional.empty()));
    }
}
