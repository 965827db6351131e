package io.openintegration.daemon.configuration.documents;

import java.util.Optional;
import java.util.Set;

/** What must hold of the stored document for a change to be made; looked at under the document's lock. */
@FunctionalInterface
public interface Precondition {

    /** No condition. */
    Precondition NONE = stored -> true;

    /** There is no document yet. */
    Precondition NEW = Optional::isEmpty;

    /** There is a document, in whatever version. */
    Precondition EXISTING = Optional::isPresent;

    /** @param stored the stored document's version; empty where there is none */
    boolean holds(Optional<DocumentVersion> stored);

    /** The document is in one of these versions. */
    static Precondition oneOf(Set<DocumentVersion> versions) {
        return stored -> stored.filter(versions::contains).isPresent();
    }

    default Precondition and(Precondition other) {
        return stored -> holds(stored) && other.holds(stored);
    }
}
