package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What each change means for the content of a metadata server. */
public final class ChangeLaw {

    private final ElementChanges elements;
    private final Removals removals;
    private final RelationshipChanges relationships;

    /** @param now when the changes are made */
    public ChangeLaw(Content content, TypeCatalogue types, OrderedGuids guids, Requester requester, Instant now) {
        ChangeScope scope = new ChangeScope(content, types, guids, requester, now);
        this.relationships = new RelationshipChanges(scope);
        this.elements = new ElementChanges(scope, relationships);
        this.removals = new Removals(scope);
    }

    /**
     * Carries out the changes on the content, in their order.
     *
     * @throws ChangeRejectedException naming the first change that is refused; the content is then half changed
     */
    public List<ChangeResult> carryOut(ChangeSet changes) {
        List<ChangeResult> results = new ArrayList<>(changes.changes().size());
        for (Change change : changes.changes()) {
            try {
                results.add(carryOut(change));
            } catch (MetadataStoreException refused) {
                if (refused.kind() == MetadataStoreException.Kind.UNAVAILABLE) {
                    throw refused;
                }
                throw new ChangeRejectedException(results.size(), refused.kind(), refused.reason());
            }
        }
        return results;
    }

    private ChangeResult carryOut(Change change) {
        if (change instanceof Change.CreateElement create) {
            return elements.create(create);
        } else if (change instanceof Change.UpdateElement update) {
            return elements.update(update);
        } else if (change instanceof Change.Classify classify) {
            return elements.classify(classify);
        } else if (change instanceof Change.Declassify declassify) {
            return elements.declassify(declassify);
        } else if (change instanceof Change.RemoveElement remove) {
            return removals.remove(remove);
        } else if (change instanceof Change.RestoreElement restore) {
            return removals.restore(restore);
        } else if (change instanceof Change.Relate relate) {
            return relationships.relate(relate);
        } else if (change instanceof Change.UpdateRelationship update) {
            return relationships.update(update);
        } else if (change instanceof Change.Unrelate unrelate) {
            return relationships.unrelate(unrelate);
        }
        throw new IllegalStateException("no law for " + change.getClass().getSimpleName());
    }
}
