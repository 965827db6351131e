package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import java.util.List;

/**
 * What a refresh did in the metadata server. Items are counted (scopes too), parts are not.
 *
 * @param updated described differently than before, moved, or edited by others
 * @param removed archived or purged, according to the options
 * @param restored items that had been archived
 * @param unchanged items for which nothing had to be written
 * @param heldBack items that are gone, and were not removed since a guard held them back
 * @param problems the first {@value #PROBLEMS_KEPT} of what kept an item or scope from being catalogued as described
 * @param problemCount how many there were in all
 */
public record ReconcileReport(
        int created,
        int updated,
        int removed,
        int restored,
        int unchanged,
        int heldBack,
        List<Message> problems,
        int problemCount) {

    public static final int PROBLEMS_KEPT = 100;

    /** Of a refresh that did nothing so far. */
    public static final ReconcileReport NOTHING = new ReconcileReport(0, 0, 0, 0, 0, 0, List.of(), 0);

    public ReconcileReport {
        problems = List.copyOf(problems);
    }
}
