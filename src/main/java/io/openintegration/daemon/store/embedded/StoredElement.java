package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import java.util.Optional;

/**
 * An element with what only the store knows of it.
 *
 * @param anchor the element that this one is a part of
 * @param archivedWith the element whose archiving took this one along (itself where it was named); empty unless
 *     archived
 * @param revision counts every write, archiving included: tells whether another writer was faster
 */
public record StoredElement(Element element, Optional<Guid> anchor, Optional<Guid> archivedWith, long revision) {

    public Guid guid() {
        return element.guid();
    }

    StoredElement with(Element changed) {
        return new StoredElement(changed, anchor, archivedWith, revision);
    }

    StoredElement archived(Element marked, Guid root) {
        return new StoredElement(marked, anchor, Optional.of(root), revision);
    }

    StoredElement restored(Element unmarked) {
        return new StoredElement(unmarked, anchor, Optional.empty(), revision);
    }
}
