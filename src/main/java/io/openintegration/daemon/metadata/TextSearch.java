package io.openintegration.daemon.metadata;

import java.util.Optional;

/**
 * A search for elements by text, as the peer does it: literal, in any text property.
 *
 * @param text what to look for; empty finds every element of the type
 * @param type elements of this type and its sub-types; empty means any type
 * @param ignoreCase whether upper and lower case are the same
 * @param forLineage whether archived elements are found too
 */
public record TextSearch(
        String text, Optional<TypeName> type, Match match, boolean ignoreCase, boolean forLineage, Paging paging) {

    /** How a property's text must match. */
    public enum Match {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        WHOLE
    }
}
