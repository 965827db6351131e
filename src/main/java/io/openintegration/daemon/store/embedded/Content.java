package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Optional;

/** What a metadata server holds, as one change set sees it: earlier changes of the set included. Used by one thread. */
public interface Content {

    /** The element, archived or not. */
    Optional<StoredElement> element(Guid guid);

    /** The element of that name, archived or not. */
    Optional<StoredElement> named(QualifiedName name);

    /** The elements directly anchored to this one, archived or not. */
    List<StoredElement> anchoredTo(Guid anchor);

    Optional<Relationship> relationship(Guid guid);

    /** A relationship of that type between these ends, in this direction. */
    Optional<Relationship> link(TypeName type, Guid end1, Guid end2);

    /** The relationships that the element has, at either end. */
    List<Relationship> relationshipsOf(Guid element);

    void put(StoredElement element);

    /** Removes the element and every relationship that it has. */
    void removeElement(Guid guid);

    void put(Relationship relationship);

    void removeRelationship(Guid guid);
}
