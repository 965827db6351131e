package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.Optional;

/**
 * One thing in which an item is different after a change.
 *
 * @param element the item, or the part of it, that is different
 * @param name of the property, classification or relationship type; of a part the type; of the item's type
 *     {@code typeName}
 * @param other what a relationship that is cut leads to; empty for everything else
 * @param before empty where it was not there. A property stands under its own name; of everything else these are its
 *     properties
 * @param after empty where it is not there any more
 */
public record Difference(
        QualifiedName element,
        Aspect aspect,
        String name,
        Optional<LinkEnd> other,
        Optional<ElementProperties> before,
        Optional<ElementProperties> after) {

    /** What of an element is different. */
    public enum Aspect {
        /** It is replaced by an element of another type. */
        TYPE,
        PROPERTY,
        CLASSIFICATION,
        /** How it hangs on its container. */
        LINK,
        /** A part that comes or goes. */
        PART
    }

    /**
     * The other end of a relationship.
     *
     * @param atEnd1 whether it sits at end 1
     */
    public record LinkEnd(Guid guid, QualifiedName element, boolean atEnd1) {}

    /** The way back. */
    Difference reversed() {
        return new Difference(element, aspect, name, other, after, before);
    }
}
