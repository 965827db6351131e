package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Carries out a write and then loses the answer, as a connection that breaks does; remembers what was asked of it. */
final class FailingStore implements MetadataStore {

    private final MetadataStore store;
    private final List<ChangeSet> applied = new ArrayList<>();
    private int calls;
    private int neighboursRead;
    private int writesUntilLoss = -1;
    private int writesUntilRefusal = -1;
    private int writesUntilBreak = -1;
    private int changesUntilRejection = -1;
    private Random chance = new Random(0);
    private Runnable beforeApply = () -> {};

    FailingStore(MetadataStore store) {
        this.store = store;
    }

    /** The answer of the next write but {@code writes} is lost. */
    void loseAnswerAfter(int writes) {
        writesUntilLoss = writes;
    }

    /** The next write but {@code writes}, and all later ones, are not carried out: the server is away. */
    void goAwayAfter(int writes) {
        writesUntilRefusal = writes;
    }

    /** Of the changes of the next write but {@code writes} only some are carried out, and of no later write any. */
    void breakOffAfter(int writes, Random random) {
        writesUntilBreak = writes;
        chance = random;
    }

    /** The next write of more changes than that is refused half-way: that many are carried out, and the one after them is to blame. */
    void rejectAfter(int changes) {
        changesUntilRejection = changes;
    }

    void loseNoMore() {
        writesUntilBreak = -1;
        writesUntilLoss = -1;
        writesUntilRefusal = -1;
    }

    /** What is done first when it is to write, on the thread that writes. */
    void beforeApply(Runnable step) {
        beforeApply = step;
    }

    int calls() {
        return calls;
    }

    int neighboursRead() {
        return neighboursRead;
    }

    List<ChangeSet> applied() {
        return applied;
    }

    @Override
    public List<ChangeResult> apply(Requester requester, ChangeSet changes) {
        calls++;
        beforeApply.run();
        if (writesUntilRefusal == 0) {
            throw lost(requester);
        }
        writesUntilRefusal--;
        if (writesUntilBreak-- == 0) {
            applyHalf(requester, changes);
            goAwayAfter(0);
            throw lost(requester);
        }
        if (changesUntilRejection >= 0 && changes.changes().size() > changesUntilRejection) {
            throw rejectedHalfWay(requester, changes.changes());
        }
        List<ChangeResult> results = store.apply(requester, changes);
        applied.add(changes);
        if (writesUntilLoss-- == 0) {
            throw lost(requester);
        }
        return results;
    }

    private ChangeRejectedException rejectedHalfWay(Requester requester, List<Change> changes) {
        int position = changesUntilRejection;
        changesUntilRejection = -1;
        store.apply(requester, new ChangeSet(changes.subList(0, position)));
        return new ChangeRejectedException(
                position,
                Kind.NOT_FOUND,
                Refusals.unknownElement("relate", "end").reason());
    }

    private void applyHalf(Requester requester, ChangeSet changes) {
        int percent = chance.nextInt(101);
        for (Change change : changes.changes()) {
            try {
                if (chance.nextInt(100) < percent) {
                    store.apply(requester, ChangeSet.of(change));
                }
            } catch (ChangeRejectedException rejected) {
                // it depends on one that was not done, so this is not done either
                assertThat(rejected.kind()).isIn(Kind.NOT_FOUND, Kind.DUPLICATE_NAME, Kind.INVALID_REQUEST);
            }
        }
    }

    @Override
    public Optional<Element> get(Requester requester, Guid guid, boolean forLineage) {
        calls++;
        return store.get(requester, guid, forLineage);
    }

    @Override
    public Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names) {
        calls++;
        return store.findByQualifiedNames(requester, names);
    }

    @Override
    public Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        calls++;
        return store.versions(requester, guids);
    }

    @Override
    public List<Element> find(Requester requester, TextSearch search) {
        calls++;
        return store.find(requester, search);
    }

    @Override
    public List<Element> find(Requester requester, ElementQuery query) {
        calls++;
        return store.find(requester, query);
    }

    @Override
    public List<Relationship> find(Requester requester, RelationshipQuery query) {
        calls++;
        return store.find(requester, query);
    }

    @Override
    public Optional<Relationship> relationship(Requester requester, Guid guid) {
        calls++;
        return store.relationship(requester, guid);
    }

    @Override
    public List<RelatedElement> related(Requester requester, RelatedQuery query) {
        calls++;
        List<RelatedElement> found = store.related(requester, query);
        neighboursRead += found.size();
        return found;
    }

    private static MetadataStoreException lost(Requester requester) {
        return Refusals.serverNotAvailable(new ServerName("store"), requester.user());
    }
}
