package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An item that was described and is not known to be catalogued so. Each is one of its own: no equality by value. */
final class Sighting {

    private final ItemKey key;
    private final Container container;
    private final String stamp;
    private final ItemDescription item;
    private final Optional<Container> opened;
    private final boolean doubtful;

    /**
     * @param opened what the items in it hang on, where the item is a scope
     * @param doubtful whether the ledger is known, or suspected, to be wrong about the item
     */
    Sighting(
            ItemKey key,
            Container container,
            String stamp,
            ItemDescription item,
            Optional<Container> opened,
            boolean doubtful) {
        this.key = key;
        this.container = container;
        this.stamp = stamp;
        this.item = item;
        this.opened = opened;
        this.doubtful = doubtful;
        opened.ifPresent(scope -> scope.sightedAs(this));
    }

    ItemKey key() {
        return key;
    }

    /** The top scope that it is in, or is. */
    ItemKey topScope() {
        return container.topScopeOf(key);
    }

    Container container() {
        return container;
    }

    String stamp() {
        return stamp;
    }

    ItemDescription item() {
        return item;
    }

    Optional<Container> opened() {
        return opened;
    }

    boolean isScope() {
        return opened.isPresent();
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** The described parts, each part's parent before it. */
    List<DescribedPart> parts() {
        if (item.parts().isEmpty()) {
            return List.of();
        }
        List<DescribedPart> all = new ArrayList<>();
        item.parts().forEach(part -> collect(part, Optional.empty(), all));
        return all;
    }

    /** The name that the description gives to two elements; empty where there is none. */
    Optional<QualifiedName> repeatedName() {
        if (item.parts().isEmpty()) {
            return Optional.empty();
        }
        Set<QualifiedName> names = new HashSet<>(Set.of(item.qualifiedName()));
        return parts().stream()
                .map(DescribedPart::name)
                .filter(name -> !names.add(name))
                .findFirst();
    }

    private static void collect(PartDescription part, Optional<QualifiedName> parent, List<DescribedPart> all) {
        all.add(new DescribedPart(part, parent));
        part.parts().forEach(child -> collect(child, Optional.of(part.qualifiedName()), all));
    }

    /** @param parent name of the part that holds the part; empty where the item itself does */
    record DescribedPart(PartDescription part, Optional<QualifiedName> parent) {

        QualifiedName name() {
            return part.qualifiedName();
        }
    }
}
