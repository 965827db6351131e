package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets pass what is on a list, exactly so, and nothing else. */
public final class ApprovedChanges implements ChangeWatch {

    private final ChangeList approved;
    private final ChangeWatch watch;

    /** @param watch is told of what passes */
    public ApprovedChanges(ChangeList approved, ChangeWatch watch) {
        this.approved = approved;
        this.watch = watch;
    }

    @Override
    public boolean isInterested(ChangeAction action) {
        return true;
    }

    @Override
    public Map<ItemKey, Message> before(List<ItemChange> changes) {
        Map<ItemKey, Set<String>> digests =
                approved.digestsOf(changes.stream().map(ItemChange::key).toList());
        Map<ItemKey, Message> forbidden = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> change.action().isWritten())
                .filter(change -> !digests.getOrDefault(change.key(), Set.of()).contains(change.digest()))
                .forEach(change ->
                        forbidden.put(change.key(), ReconcileMessage.NOT_IN_PLAN.with(change.action(), change.name())));
        if (forbidden.isEmpty()) {
            watch.before(changes);
        }
        return forbidden;
    }

    @Override
    public void withdrawn() {
        watch.withdrawn();
    }
}
