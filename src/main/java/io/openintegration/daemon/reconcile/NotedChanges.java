package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes changes on a list before they are written, and lets them all pass. */
public final class NotedChanges implements ChangeWatch {

    private final ChangeList list;
    private final Set<ChangeAction> wanted;
    private List<NumberedChange> last = List.of();
    private volatile ChangeCount count = ChangeCount.NONE;
    private long next = 1;

    private NotedChanges(ChangeList list, Set<ChangeAction> wanted) {
        this.list = list;
        this.wanted = wanted;
    }

    /** All there is to say of a plan, or of an undo. */
    public static NotedChanges all(ChangeList list) {
        return new NotedChanges(list, EnumSet.allOf(ChangeAction.class));
    }

    /** What an undo of a run has to know; which elements the run made, the ledger tells. */
    public static NotedChanges forUndo(ChangeList list) {
        return new NotedChanges(list, EnumSet.complementOf(EnumSet.of(ChangeAction.CREATE, ChangeAction.HOLD_BACK)));
    }

    /** What was noted so far. May be called by any thread. */
    public ChangeCount count() {
        return count;
    }

    @Override
    public boolean isInterested(ChangeAction action) {
        return wanted.contains(action);
    }

    @Override
    public Map<ItemKey, Message> before(List<ItemChange> changes) {
        List<NumberedChange> numbered = new ArrayList<>(changes.size());
        for (ItemChange change : changes) {
            if (isInterested(change.action())) {
                numbered.add(new NumberedChange(next + numbered.size(), change));
            }
        }
        last = numbered;
        if (!numbered.isEmpty()) {
            list.append(numbered);
            next += numbered.size();
            count = count.with(numbered);
        }
        return Map.of();
    }

    @Override
    public void withdrawn() {
        if (!last.isEmpty()) {
            next = last.get(0).number();
            list.cut(next);
            count = count.without(last);
            last = List.of();
        }
    }
}
