package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.TypeName;
import java.util.Optional;

/**
 * Which changes of a list to look for.
 *
 * @param text to be found in the qualified name, whatever its case; empty means any
 * @param after only changes with higher numbers
 * @param limit the most to return, at least 1
 */
public record ChangeQuery(
        Optional<ChangeAction> action, Optional<TypeName> type, Optional<String> text, long after, int limit) {

    /** All changes, from the beginning. */
    public static ChangeQuery first(int limit) {
        return new ChangeQuery(Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
    }
}
