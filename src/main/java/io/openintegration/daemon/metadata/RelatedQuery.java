package io.openintegration.daemon.metadata;

import java.util.Optional;

/**
 * A question for the neighbours of an element.
 *
 * @param relationshipType empty means any
 * @param startingAtEnd the end at which the given element sits: 1 lists the elements at end 2, 2 those at end 1, 0 both
 */
public record RelatedQuery(
        Guid element, Optional<TypeName> relationshipType, int startingAtEnd, boolean forLineage, Paging paging) {}
