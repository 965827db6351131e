package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port: the changes of one plan, or of one run, in their order; outside of memory, since they may be many. Written by one
 * thread at a time. Where it cannot be reached, all methods throw a {@link
 * io.openintegration.daemon.message.DaemonException}.
 */
public interface ChangeList {

    /** Puts changes at the end: all of them, or none. */
    void append(List<NumberedChange> changes);

    /** Takes off the changes with these numbers and higher ones. */
    void cut(long from);

    /** The changes that match, in their order. */
    List<NumberedChange> read(ChangeQuery query);

    /** The digests of the changes of these items; items that are not on the list are left out. */
    Map<ItemKey, Set<String>> digestsOf(Collection<ItemKey> keys);

    /**
     * Changes that were written, and not undone since, the last one first.
     *
     * @param before only changes with lower numbers
     */
    List<NumberedChange> standing(long before, int limit);

    /** These changes are undone. */
    void undone(Collection<Long> numbers);

    /**
     * Those of these items that runs changed which began after the one whose list this is; what was undone since, and what an
     * undo did, does not count.
     */
    Set<ItemKey> changedLater(Collection<ItemKey> keys);
}
