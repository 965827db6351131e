package io.openintegration.daemon.metadata;

import java.util.Optional;
import java.util.Set;

/**
 * A question for elements.
 *
 * @param type elements of this type and its sub-types; empty means any type
 * @param subTypes only those of the sub-types; none means all of them
 * @param forLineage whether archived elements are found too
 */
public record ElementQuery(
        Optional<TypeName> type,
        Set<TypeName> subTypes,
        Condition where,
        boolean forLineage,
        Sequence sequence,
        Paging paging) {

    public ElementQuery {
        subTypes = Set.copyOf(subTypes);
    }
}
