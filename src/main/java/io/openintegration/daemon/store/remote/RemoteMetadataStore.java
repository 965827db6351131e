package io.openintegration.daemon.store.remote;

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
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metadata server on another platform, by Egeria 6's open metadata store API; changes, and questions for many elements, by the doors of this
 * product where the server has them. What is promised less than the port does: a change set is not atomic, through the door where it has more changes than a batch may
 * have, by single calls never (ADR 36). What can be refused is refused before anything is written, as far as it can be known; but
 * where the connection breaks, or the server refuses half-way, some changes were made and others were not. A question for which that
 * API has no words is refused with {@link RemoteStoreMessage#NOT_EXPRESSIBLE}; one by a property that there is not is answered with nothing
 * instead of refused, since Egeria does not tell.
 */
final class RemoteMetadataStore implements MetadataStore {

    private final StoreApi api;
    private final Reads reads;
    private final Parallel parallel;
    private final Locks locks;
    private final Clock clock;
    private final BatchDoor door;
    private final LookUps lookUps;
    private volatile boolean throughDoor;

    RemoteMetadataStore(StoreApi api, OwnApi ownApi, BatchDoor door, Parallel parallel, Clock clock) {
        this.api = api;
        this.reads = new Reads(api, parallel);
        this.lookUps = new LookUps(ownApi, reads, parallel);
        this.parallel = parallel;
        this.locks = new Locks(api::givenUp);
        this.clock = clock;
        this.door = door;
    }

    /** Asks the server something, so that it is known to be there, to let this user in, and by which way it takes changes. */
    void reach(UserId user) {
        reads.learnLargestPage(new Requester(user, Optional.empty()));
        throughDoor = door.isThere(user);
    }

    @Override
    public List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        if (throughDoor) {
            return door.carryOut(requester, changes);
        }
        return new ChangeRun(api, reads, parallel, locks, requester, clock).carryOut(changes);
    }

    @Override
    public Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        return reads.element(requester, guid, forLineage);
    }

    @Override
    public Map<Guid, Element> get(Requester requester, Collection<Guid> guids) {
        return throughDoor ? lookUps.elements(requester, guids) : reads.elements(requester, guids, true);
    }

    @Override
    public Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names) {
        return reads.named(requester, names);
    }

    @Override
    public Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        if (throughDoor) {
            return lookUps.versions(requester, guids);
        }
        Map<Guid, Long> versions = new HashMap<>();
        reads.elements(requester, guids, false)
                .forEach(
                        (guid, element) -> versions.put(guid, element.versions().version()));
        return versions;
    }

    @Override
    public List<Element> find(Requester requester, TextSearch search) {
        return reads.find(requester, search);
    }

    @Override
    public List<Element> find(Requester requester, ElementQuery query) {
        return reads.find(requester, query);
    }

    @Override
    public List<Relationship> find(Requester requester, RelationshipQuery query) {
        return new LinkSearch(api, reads, parallel).find(requester, query);
    }

    @Override
    public Optional<Relationship> relationship(Requester requester, Guid guid) {
        return api.relationship(requester, guid);
    }

    @Override
    public List<RelatedElement> related(Requester requester, RelatedQuery query) {
        return reads.related(requester, query);
    }

    @Override
    public Map<Guid, List<Relationship>> relationships(Requester requester, Collection<Guid> elements, int end) {
        return throughDoor ? lookUps.links(requester, elements, end) : reads.links(requester, elements, end);
    }
}
