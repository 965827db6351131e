package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a change set is about: as it was found in the server, and, one change after the other, as it will be. Elements that the set
 * makes have a stand-in for a GUID until they are made. Planned by one thread, then carried out by several.
 */
final class SetContent {

    private final Requester requester;
    private final Map<Guid, Element> elements = new HashMap<>();
    private final Map<QualifiedName, Guid> names = new HashMap<>();
    private final Map<Guid, Relationship> relationships;
    private final Map<Guid, Guid> made = new ConcurrentHashMap<>();
    private final Map<Guid, Long> versions = new ConcurrentHashMap<>();
    private int standIns;

    SetContent(
            Requester requester,
            Map<Guid, Element> byGuid,
            Map<QualifiedName, Element> byName,
            Map<Guid, Relationship> relationships) {
        this.requester = requester;
        this.relationships = new HashMap<>(relationships);
        byGuid.values().forEach(this::put);
        byName.values().forEach(this::put);
        elements.values()
                .forEach(element ->
                        versions.put(element.guid(), element.versions().version()));
    }

    Requester requester() {
        return requester;
    }

    Optional<Element> element(Guid guid) {
        return Optional.ofNullable(elements.get(guid));
    }

    Optional<Guid> named(QualifiedName name) {
        return Optional.ofNullable(names.get(name));
    }

    Optional<Relationship> relationship(Guid guid) {
        return Optional.ofNullable(relationships.get(guid));
    }

    void put(Relationship relationship) {
        relationships.put(relationship.guid(), relationship);
    }

    void put(Element element) {
        Optional.ofNullable(elements.put(element.guid(), element))
                .flatMap(Element::qualifiedName)
                .filter(name -> element.guid().equals(names.get(name)))
                .ifPresent(names::remove);
        // of several with one name, which others may have made, the first that was found is meant
        element.qualifiedName().ifPresent(name -> names.putIfAbsent(name, element.guid()));
    }

    /** A new element's stand-in. */
    Guid putNew(TypeName type, ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
        Guid standIn = new Guid("to be made: " + ++standIns);
        ElementVersions first =
                new ElementVersions(requester.user(), requester.user(), Instant.EPOCH, Instant.EPOCH, 1);
        put(new Element(standIn, type, properties, classifications, requester.source(), first));
        versions.put(standIn, 1L);
        return standIn;
    }

    /** Takes the element away, with all that is anchored to it; returns the names that this frees. */
    List<QualifiedName> remove(Guid guid) {
        List<QualifiedName> freed = new ArrayList<>();
        Element removed = elements.remove(guid);
        if (removed != null) {
            removed.qualifiedName().filter(name -> names.remove(name, guid)).ifPresent(freed::add);
            List<Guid> parts = elements.values().stream()
                    .filter(element -> element.anchor().filter(guid::equals).isPresent())
                    .map(Element::guid)
                    .toList();
            parts.forEach(part -> freed.addAll(remove(part)));
        }
        return freed;
    }

    /** The element, which must exist and not be archived. */
    Element visible(Guid guid, String operation) {
        Element element = element(guid).orElseThrow(() -> Refusals.unknownElement(operation, guid.value()));
        if (element.isArchived()) {
            throw Refusals.archived(operation, element);
        }
        return element;
    }

    /** The GUID of what is pointed to, perhaps a stand-in. Whether there is one of a GUID that is not known here, the server will say. */
    Guid resolve(ElementRef reference, String operation) {
        Guid guid = reference instanceof ElementRef.ByName byName
                ? named(byName.name())
                        .orElseThrow(() ->
                                Refusals.unknownElement(operation, byName.name().value()))
                : ((ElementRef.ByGuid) reference).guid();
        element(guid).filter(Element::isArchived).ifPresent(archived -> {
            throw Refusals.archived(operation, archived);
        });
        return guid;
    }

    /** @throws MetadataStoreException where the element belongs to a source that the requester does not speak for */
    void mayChange(Element element, String operation) {
        mayChange(element.source(), element.type(), element.guid(), operation);
    }

    void mayChange(Relationship relationship, String operation) {
        mayChange(relationship.source(), relationship.type(), relationship.guid(), operation);
    }

    private void mayChange(Optional<MetadataSource> owner, TypeName type, Guid guid, String operation) {
        Optional<Guid> own = requester.source().map(MetadataSource::guid);
        if (owner.isPresent() && !own.equals(owner.map(MetadataSource::guid))) {
            throw Refusals.foreign(operation, requester, type, guid, owner.get());
        }
    }

    /** From now on the stand-in stands for this. */
    void made(Guid standIn, Guid guid) {
        made.put(standIn, guid);
    }

    /** The GUID that the server knows. */
    Guid real(Guid guid) {
        return made.getOrDefault(guid, guid);
    }

    /** The version that the element has after the changes that were carried out so far. */
    long version(Guid guid) {
        return versions.get(guid);
    }

    /** @return the version that it has now */
    long changed(Guid guid) {
        return versions.merge(guid, 1L, Long::sum);
    }

    /** The server has told the version; at the most that which it should have, so that nobody else's change is taken for ours. */
    long changedTo(Guid guid, long told) {
        return versions.merge(guid, told, (before, now) -> Math.min(before + 1, now));
    }
}
