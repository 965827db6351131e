package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.store.embedded.Content;
import io.openintegration.daemon.store.embedded.StoredElement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of a metadata server in maps, in the order of creation. */
final class InMemoryContent implements Content {

    private final Map<Guid, StoredElement> elements;
    private final Map<QualifiedName, Guid> names;
    private final Map<Guid, Relationship> relationships;

    InMemoryContent() {
        this.elements = new LinkedHashMap<>();
        this.names = new HashMap<>();
        this.relationships = new LinkedHashMap<>();
    }

    private InMemoryContent(InMemoryContent original) {
        this.elements = new LinkedHashMap<>(original.elements);
        this.names = new HashMap<>(original.names);
        this.relationships = new LinkedHashMap<>(original.relationships);
    }

    InMemoryContent copy() {
        return new InMemoryContent(this);
    }

    List<StoredElement> elements() {
        return List.copyOf(elements.values());
    }

    List<Relationship> relationships() {
        return List.copyOf(relationships.values());
    }

    @Override
    public Optional<StoredElement> element(Guid guid) {
        return Optional.ofNullable(elements.get(guid));
    }

    @Override
    public Optional<StoredElement> named(QualifiedName name) {
        return Optional.ofNullable(names.get(name)).map(elements::get);
    }

    @Override
    public List<StoredElement> anchoredTo(Guid anchor) {
        return elements.values().stream()
                .filter(stored -> stored.anchor().filter(anchor::equals).isPresent())
                .toList();
    }

    @Override
    public Optional<Relationship> relationship(Guid guid) {
        return Optional.ofNullable(relationships.get(guid));
    }

    @Override
    public Optional<Relationship> link(TypeName type, Guid end1, Guid end2) {
        return relationships.values().stream()
                .filter(link -> link.type().equals(type)
                        && link.end1().equals(end1)
                        && link.end2().equals(end2))
                .findFirst();
    }

    @Override
    public List<Relationship> relationshipsOf(Guid element) {
        return relationships.values().stream()
                .filter(link -> link.end1().equals(element) || link.end2().equals(element))
                .toList();
    }

    @Override
    public void put(StoredElement stored) {
        Optional.ofNullable(elements.put(stored.guid(), stored))
                .flatMap(before -> before.element().qualifiedName())
                .ifPresent(names::remove);
        stored.element().qualifiedName().ifPresent(name -> names.put(name, stored.guid()));
    }

    @Override
    public void removeElement(Guid guid) {
        Optional.ofNullable(elements.remove(guid))
                .flatMap(before -> before.element().qualifiedName())
                .ifPresent(names::remove);
        relationships
                .values()
                .removeIf(link -> link.end1().equals(guid) || link.end2().equals(guid));
    }

    @Override
    public void put(Relationship relationship) {
        relationships.put(relationship.guid(), relationship);
    }

    @Override
    public void removeRelationship(Guid guid) {
        relationships.remove(guid);
    }
}
