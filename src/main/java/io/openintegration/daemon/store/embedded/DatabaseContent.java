package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The database's content as one change set sees it: what is read is kept, what is written is collected, and
 * {@link #flush} writes it, one batch for each kind of write.
 */
final class DatabaseContent implements Content {

    private final Handle handle;
    private final DatabaseTables tables;
    private final ElementCopies elements = new ElementCopies();
    private final RelationshipCopies relationships = new RelationshipCopies();

    DatabaseContent(Handle handle, DatabaseTables tables) {
        this.handle = handle;
        this.tables = tables;
    }

    /**
     * Reads in bulk what the changes will ask for.
     *
     * @param trusting whether to believe that the names of new elements are free, as they mostly are: where one is not, the
     *     database refuses it at the end
     */
    void prepare(ReferencedContent referenced, boolean trusting) {
        Collection<Guid> guids = referenced.elements();
        elements.loaded(guids, tables.elements().byGuids(handle, guids));
        Collection<QualifiedName> names = referenced.names();
        elements.loadedByName(names, tables.elements().byNames(handle, names));
        Collection<QualifiedName> made = referenced.made();
        elements.loadedByName(made, trusting ? List.of() : tables.elements().byNames(handle, made));
        Collection<Guid> links = referenced.relationships();
        relationships.loaded(links, tables.relationships().byGuids(handle, links));
    }

    @Override
    public Optional<StoredElement> element(Guid guid) {
        if (!elements.knows(guid)) {
            elements.loaded(List.of(guid), tables.elements().byGuids(handle, List.of(guid)));
        }
        return elements.current(guid);
    }

    @Override
    public Optional<StoredElement> named(QualifiedName name) {
        if (!elements.knows(name)) {
            elements.loadedByName(List.of(name), tables.elements().byNames(handle, List.of(name)));
        }
        return elements.current(name);
    }

    @Override
    public List<StoredElement> anchoredTo(Guid anchor) {
        if (!elements.isNew(anchor)) {
            List<StoredElement> parts = tables.elements().anchoredTo(handle, anchor);
            elements.loaded(parts.stream().map(StoredElement::guid).toList(), parts);
        }
        return elements.anchoredTo(anchor);
    }

    @Override
    public Optional<Relationship> relationship(Guid guid) {
        if (!relationships.knows(guid)) {
            relationships.loaded(List.of(guid), tables.relationships().byGuids(handle, List.of(guid)));
        }
        return relationships.current(guid).filter(this::hasItsEnds);
    }

    @Override
    public Optional<Relationship> link(TypeName type, Guid end1, Guid end2) {
        if (!elements.isNew(end1) && !elements.isNew(end2)) {
            tables.relationships()
                    .link(handle, type, end1, end2)
                    .ifPresent(found -> relationships.loaded(List.of(found.guid()), List.of(found)));
        }
        return relationships.link(type, end1, end2);
    }

    @Override
    public List<Relationship> relationshipsOf(Guid element) {
        if (!elements.isNew(element)) {
            for (int end = 1; end <= 2; end++) {
                tables.relationships()
                        .at(handle, List.of(element), end)
                        .values()
                        .forEach(found -> relationships.loaded(List.of(), found));
            }
        }
        return relationships.of(element).stream().filter(this::hasItsEnds).toList();
    }

    @Override
    public void put(StoredElement element) {
        elements.put(ElementRow.of(element));
    }

    @Override
    public void removeElement(Guid guid) {
        elements.remove(guid);
        relationships.removeOf(guid);
    }

    @Override
    public void put(Relationship relationship) {
        ElementRow.limited(PropertyText.write(relationship.properties()), relationship.type());
        relationships.put(relationship);
    }

    @Override
    public void removeRelationship(Guid guid) {
        relationships.remove(guid);
    }

    /**
     * What {@link #flush} is about to do. To be asked before: relationships that go with their elements are only removed by
     * the database itself, so that it has to be asked for them while it has them.
     */
    List<StoreEvent> events(UserId user, Instant time) {
        ChangeSetEvents told = new ChangeSetEvents(user, time);
        Map<Guid, Relationship> lost = new LinkedHashMap<>();
        relationships.lost().forEach(link -> lost.put(link.guid(), link));
        List<Guid> gone = elements.removed().stream().map(StoredElement::guid).toList();
        for (int end = 1; end <= 2 && !gone.isEmpty(); end++) {
            tables.relationships()
                    .at(handle, gone, end)
                    .values()
                    .forEach(links -> links.forEach(link -> lost.put(link.guid(), link)));
        }
        lost.values().forEach(told::deleted);
        elements.removed().forEach(stored -> told.deleted(stored.element()));
        elements.changed()
                .forEach(row -> told.changed(
                        elements.before(row.stored().guid()).element(),
                        row.stored().element()));
        elements.made().forEach(row -> told.created(row.stored().element()));
        relationships.changed().forEach(told::changed);
        relationships.made().forEach(told::created);
        return told.events();
    }

    /** Removals first, so that a name or a link that they free can be taken in the same set. */
    void flush() throws SQLException {
        BatchWrites writes = tables.writes(handle.getConnection());
        writes.deleteRelationships(relationships.removed());
        writes.deleteElements(elements.removed());
        writes.updateElements(elements.changed());
        writes.touchElements(elements.extended());
        writes.insertElements(elements.made());
        writes.updateRelationships(relationships.changed(), relationships.versionsBefore());
        writes.insertRelationships(relationships.made());
    }

    private boolean hasItsEnds(Relationship link) {
        return !elements.isRemoved(link.end1()) && !elements.isRemoved(link.end2());
    }
}
