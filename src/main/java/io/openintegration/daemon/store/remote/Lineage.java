package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether elements take part in lineage: Egeria ignores it where it is asked to look for it before a removal. */
final class Lineage {

    private final Reads reads;
    private final Requester requester;

    Lineage(Reads reads, Requester requester) {
        this.reads = reads;
        this.requester = requester;
    }

    /** Whether the element, or one that is anchored to it, directly or not, has a relationship of lineage now. */
    boolean holds(Guid root) {
        Set<Guid> seen = new HashSet<>(Set.of(root));
        Deque<Guid> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Guid next = open.remove();
            if (isIn(next)) {
                return true;
            }
            reads.anchoredTo(requester, next).stream()
                    .map(Element::guid)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    private boolean isIn(Guid element) {
        return reads.links(requester, element, 0).stream()
                .anyMatch(link -> TypeCatalogue.openMetadata().isLineage(link.type()));
    }
}
