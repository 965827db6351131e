package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.PortableContent;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.QueryValidation;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.metadata.types.TypeValidation;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** A metadata server on a database. Made by {@link EmbeddedMetadataStores}. */
public final class EmbeddedMetadataStore implements BatchStore {

    private static final String FIND = "findMetadataElements";
    private static final String FIND_RELATIONSHIPS = "findRelationshipsBetweenMetadataElements";
    private static final String RELATED = "getRelatedMetadataElements";

    private final ServerDatabase database;
    private final DatabaseTables tables;
    private final TypeCatalogue types;
    private final OrderedGuids guids;
    private final Clock clock;
    private final EventFeed feed;

    EmbeddedMetadataStore(
            ServerDatabase database,
            DatabaseTables tables,
            TypeCatalogue types,
            OrderedGuids guids,
            Clock clock,
            EventFeed feed) {
        this.database = database;
        this.tables = tables;
        this.types = types;
        this.guids = guids;
        this.clock = clock;
        this.feed = feed;
    }

    /** The same server for somebody who may write only as long as the guard lets them. */
    public MetadataStore guardedBy(CommitGuard guard) {
        return new EmbeddedMetadataStore(database.guardedBy(guard), tables, types, guids, clock, feed);
    }

    /** All that the server holds, to be taken elsewhere. */
    public PortableContent content() {
        return new EmbeddedContent(database, tables, clock, feed);
    }

    /** What changes by way of this store, and of those guarded for others, while it is open. */
    public StoreEvents events() {
        return feed;
    }

    /** Tells those who listen that nothing follows. */
    public void close() {
        feed.close();
    }

    @Override
    public List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        ReferencedContent referenced = ReferencedContent.of(changes);
        CarriedOut done = database.write((handle, again) -> carryOut(handle, again, requester, changes, referenced));
        feed.publish(done.events());
        return done.results();
    }

    @Override
    public BatchOutcome applyOnce(Requester requester, BatchId id, ChangeSet changes) {
        ReferencedContent referenced = ReferencedContent.of(changes);
        CarriedOut done = database.write((handle, again) -> {
            Optional<List<ChangeResult>> before = tables.receipts().find(handle, id);
            if (before.isPresent()) {
                return new CarriedOut(true, before.get(), List.of());
            }
            CarriedOut now = carryOut(handle, again, requester, changes, referenced);
            tables.receipts().write(handle, id, now.results(), clock.instant());
            return now;
        });
        feed.publish(done.events());
        return new BatchOutcome(done.repeated(), done.results());
    }

    /** @param repeated whether it had been carried out before, and was not now */
    private record CarriedOut(boolean repeated, List<ChangeResult> results, List<StoreEvent> events) {}

    private CarriedOut carryOut(
            Handle handle, boolean again, Requester requester, ChangeSet changes, ReferencedContent referenced)
            throws SQLException {
        DatabaseContent content = new DatabaseContent(handle, tables);
        content.prepare(referenced, !again);
        Instant now = clock.instant();
        List<ChangeResult> results = new ChangeLaw(content, types, guids, requester, now).carryOut(changes);
        List<StoreEvent> events = content.events(requester.user(), now);
        content.flush();
        return new CarriedOut(false, results, events);
    }

    @Override
    public Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        return database.read(handle -> tables.elements().byGuids(handle, List.of(guid))).stream()
                .map(StoredElement::element)
                .filter(element -> forLineage || !element.isArchived())
                .findFirst();
    }

    @Override
    public Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names) {
        Map<QualifiedName, Element> found = new HashMap<>();
        database.read(handle -> tables.elements().byNames(handle, names)).stream()
                .map(StoredElement::element)
                .forEach(element -> found.put(element.qualifiedName().orElseThrow(), element));
        return found;
    }

    @Override
    public Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        return database.read(handle -> tables.elements().versions(handle, guids));
    }

    @Override
    public List<Element> find(Requester requester, TextSearch search) {
        return find(requester, search.query());
    }

    @Override
    public List<Element> find(Requester requester, ElementQuery query) {
        new QueryValidation(types, FIND).check(query);
        return database.read(handle -> tables.search().find(handle, query));
    }

    @Override
    public List<Relationship> find(Requester requester, RelationshipQuery query) {
        new QueryValidation(types, FIND_RELATIONSHIPS).check(query);
        return database.read(handle -> tables.relationshipSearch().find(handle, query));
    }

    @Override
    public Optional<Relationship> relationship(Requester requester, Guid guid) {
        return database.read(handle -> tables.relationships().byGuids(handle, List.of(guid))).stream()
                .findFirst();
    }

    @Override
    public Map<Guid, Element> get(Requester requester, Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        database.read(handle -> tables.elements().byGuids(handle, guids))
                .forEach(stored -> found.put(stored.guid(), stored.element()));
        return found;
    }

    @Override
    public List<RelatedElement> related(Requester requester, RelatedQuery query) {
        query.relationshipType().ifPresent(new TypeValidation(types, RELATED)::relationshipType);
        Element start = get(requester, query.element(), true)
                .orElseThrow(
                        () -> Refusals.unknownElement(RELATED, query.element().value()));
        if (start.isArchived() && !query.forLineage()) {
            throw Refusals.archived(RELATED, start);
        }
        return database.read(handle -> tables.relationships().related(handle, query));
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(Requester requester, Collection<Guid> elements, int end) {
        return database.read(handle -> tables.relationships().at(handle, elements, end));
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(
            Requester requester, Collection<Guid> elements, int end, Set<TypeName> types) {
        return types.isEmpty()
                ? Map.of()
                : database.read(handle -> tables.relationships().at(handle, elements, end, types));
    }
}
