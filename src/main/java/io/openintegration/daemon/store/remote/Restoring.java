package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Requester;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Restores an element with the parts that were archived with it. Egeria restores elements one by one, and does not say what was
 * archived together: that is told by the marks, which are the same then.
 */
final class Restoring {

    /** Put into the mark of what is archived: the element that was meant. */
    static final String ARCHIVED_WITH = "archivedWith";

    private final StoreApi api;
    private final Reads reads;
    private final Requester requester;

    Restoring(StoreApi api, Reads reads, Requester requester) {
        this.api = api;
        this.reads = reads;
        this.requester = requester;
    }

    /** The element itself comes last: should that break off, it is archived still, and is restored again. */
    void restore(Element root) {
        List<Guid> parts = archivedWith(root);
        for (int i = parts.size() - 1; i >= 0; i--) {
            api.declassify(requester, parts.get(i), Element.MEMENTO);
        }
        api.declassify(requester, root.guid(), Element.MEMENTO);
    }

    private List<Guid> archivedWith(Element root) {
        ElementProperties mark = root.classifications().get(Element.MEMENTO);
        List<Guid> parts = new ArrayList<>();
        Set<Guid> seen = new HashSet<>(Set.of(root.guid()));
        Deque<Guid> anchors = new ArrayDeque<>(List.of(root.guid()));
        while (!anchors.isEmpty()) {
            for (Element part : reads.anchoredTo(requester, anchors.remove())) {
                if (seen.add(part.guid())) {
                    anchors.add(part.guid());
                    if (mark.equals(part.classifications().get(Element.MEMENTO))) {
                        parts.add(part.guid());
                    }
                }
            }
        }
        return parts;
    }
}
