package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the items of a scope that others edited, removed, or hung somewhere else in the metadata server. */
final class Comparison {

    private final Catalogue catalogue;
    private final Optional<Guid> container;

    /** @param container what the items of the scope hang on; empty where that is nothing */
    Comparison(Catalogue catalogue, Optional<Guid> container) {
        this.catalogue = catalogue;
        this.container = container;
    }

    Set<ItemKey> discrepancies(Collection<LedgerMark> marks) {
        Set<ItemKey> found = new HashSet<>();
        for (List<LedgerMark> slice : Portions.of(marks)) {
            compare(slice.stream().map(LedgerMark::key).toList(), found);
        }
        return found;
    }

    private void compare(List<ItemKey> keys, Set<ItemKey> discrepancies) {
        Collection<LedgerEntry> entries = catalogue.entries(keys).values();
        List<Guid> elements = new ArrayList<>();
        entries.forEach(entry -> elements.addAll(expected(entry).keySet()));
        Map<Guid, Long> actual = catalogue.versions(elements);
        List<LedgerEntry> unchanged = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            boolean same = expected(entry).entrySet().stream()
                    .allMatch(element -> element.getValue().equals(actual.get(element.getKey())));
            if (same) {
                unchanged.add(entry);
            } else {
                discrepancies.add(entry.key());
            }
        }
        new LinkComparison(catalogue, container).differing(unchanged).forEach(entry -> discrepancies.add(entry.key()));
    }

    /** The versions that the ledger knows of the item's elements. */
    static Map<Guid, Long> expected(LedgerEntry entry) {
        Map<Guid, Long> expected = new HashMap<>();
        expected.put(entry.guid(), entry.version());
        entry.parts().forEach(part -> expected.put(part.guid(), part.version()));
        return expected;
    }
}
