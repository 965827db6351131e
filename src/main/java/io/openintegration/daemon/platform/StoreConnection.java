package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A connection to a store of this platform that behaves as one over the wire: it outlives the store's stops and starts,
 * and fails in between.
 */
record StoreConnection(ServerName server, BiFunction<ServerName, UserId, MetadataStore> stores)
        implements MetadataStore {

    @Override
    public List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        return store(requester).apply(requester, changes);
    }

    @Override
    public Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        return store(requester).get(requester, guid, forLineage);
    }

    @Override
    public Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names) {
        return store(requester).findByQualifiedNames(requester, names);
    }

    @Override
    public Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        return store(requester).versions(requester, guids);
    }

    @Override
    public List<Element> find(Requester requester, TextSearch search) {
        return store(requester).find(requester, search);
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(Requester requester, Collection<Guid> elements, int end) {
        return store(requester).relationships(requester, elements, end);
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(
            Requester requester, Collection<Guid> elements, int end, Set<TypeName> types) {
        return store(requester).relationships(requester, elements, end, types);
    }

    @Override
    public List<RelatedElement> related(Requester requester, RelatedQuery query) {
        return store(requester).related(requester, query);
    }

    @Override
    public Map<Guid, Element> get(Requester requester, Collection<Guid> guids) {
        return store(requester).get(requester, guids);
    }

    @Override
    public List<Element> find(Requester requester, ElementQuery query) {
        return store(requester).find(requester, query);
    }

    @Override
    public List<Relationship> find(Requester requester, RelationshipQuery query) {
        return store(requester).find(requester, query);
    }

    @Override
    public Optional<Relationship> relationship(Requester requester, Guid guid) {
        return store(requester).relationship(requester, guid);
    }

    private MetadataStore store(Requester requester) {
        return stores.apply(server, requester.user());
    }
}
