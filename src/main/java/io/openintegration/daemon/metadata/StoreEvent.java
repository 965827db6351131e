package io.openintegration.daemon.metadata;

import java.time.Instant;
import java.util.Optional;

/**
 * That something changed in a metadata server, and was committed.
 *
 * @param guid of the element or relationship
 * @param type of it
 * @param version that it has now; where it is deleted, that it had
 * @param name of the element; empty for relationships
 * @param classification that was set or removed; else empty
 * @param ends of the relationship; empty for elements
 * @param user in whose name it was done
 */
public record StoreEvent(
        Kind kind,
        Guid guid,
        TypeName type,
        long version,
        Optional<QualifiedName> name,
        Optional<TypeName> classification,
        Optional<Ends> ends,
        UserId user,
        Instant time) {

    /** What happened. */
    public enum Kind {
        ELEMENT_CREATED,
        /** Its properties are others. */
        ELEMENT_UPDATED,
        ELEMENT_DELETED,
        ELEMENT_ARCHIVED,
        ELEMENT_RESTORED,
        /** It has a classification that it had not. */
        ELEMENT_CLASSIFIED,
        /** A classification has other properties. */
        ELEMENT_RECLASSIFIED,
        ELEMENT_DECLASSIFIED,
        RELATIONSHIP_CREATED,
        RELATIONSHIP_UPDATED,
        RELATIONSHIP_DELETED
    }

    /** The elements at the ends of a relationship. */
    public record Ends(Guid end1, Guid end2) {}
}
