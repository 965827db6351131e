package io.openintegration.daemon.metadata;

import java.util.Optional;

/**
 * A question for the neighbours of an element.
 *
 * @param relationshipType empty means any
 * @param startingAtEnd the end at which the given element sits: 1 lists the elements at end 2, 2 those at end 1, 0 both
 * @param sequence of the relationships; not by a property
 */
public record RelatedQuery(
        Guid element,
        Optional<TypeName> relationshipType,
        int startingAtEnd,
        boolean forLineage,
        Sequence sequence,
        Paging paging) {

    public RelatedQuery {
        if (sequence.by() == Sequence.By.PROPERTY) {
            throw new IllegalArgumentException("neighbours are not put in the order of a property");
        }
    }

    /** In the order in which they were related. */
    public RelatedQuery(
            Guid element, Optional<TypeName> relationshipType, int startingAtEnd, boolean forLineage, Paging paging) {
        this(element, relationshipType, startingAtEnd, forLineage, Sequence.CREATION_OLDEST, paging);
    }
}
