package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts that a metadata server holds of an item, found by going from part to part (Egeria's protocol: anchors). */
final class AnchoredParts {

    private final Catalogue catalogue;
    private final Guid item;

    AnchoredParts(Catalogue catalogue, Guid item) {
        this.catalogue = catalogue;
        this.item = item;
    }

    /** Each part's parent before it. */
    List<LedgerPart> except(Set<QualifiedName> described) {
        return all().stream()
                .filter(part -> part.qualifiedName()
                        .filter(name -> !described.contains(name))
                        .isPresent())
                .map(part ->
                        new LedgerPart(part.qualifiedName().orElseThrow(), part.type(), part.guid(), Set.of(), "", 0))
                .toList();
    }

    private List<Element> all() {
        List<Element> parts = new ArrayList<>();
        Set<Guid> seen = new HashSet<>(Set.of(item));
        Deque<Guid> open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            for (RelatedElement found : catalogue.ownNeighbours(open.remove(), found -> isPart(found.element()))) {
                Element element = found.element();
                if (seen.add(element.guid())) {
                    parts.add(element);
                    open.add(element.guid());
                }
            }
        }
        return parts;
    }

    private boolean isPart(Element element) {
        return catalogue.isOwn(element.source())
                && element.anchor().filter(item::equals).isPresent();
    }
}
