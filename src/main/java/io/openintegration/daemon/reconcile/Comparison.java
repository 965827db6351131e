package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the items of a scope that others edited or removed in the metadata server. */
final class Comparison {

    private final Catalogue catalogue;

    Comparison(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Set<ItemKey> discrepancies(Collection<LedgerMark> marks) {
        Set<ItemKey> found = new HashSet<>();
        for (List<LedgerMark> slice : Catalogue.slices(marks)) {
            compare(slice.stream().map(LedgerMark::key).toList(), found);
        }
        return found;
    }

    private void compare(List<ItemKey> keys, Set<ItemKey> discrepancies) {
        Collection<LedgerEntry> entries = catalogue.entries(keys).values();
        List<Guid> elements = new ArrayList<>();
        entries.forEach(entry -> elements.addAll(expected(entry).keySet()));
        Map<Guid, Long> actual = catalogue.versions(elements);
        for (LedgerEntry entry : entries) {
            boolean same = expected(entry).entrySet().stream()
                    .allMatch(element -> element.getValue().equals(actual.get(element.getKey())));
            if (!same) {
                discrepancies.add(entry.key());
            }
        }
    }

    /** The versions that the ledger knows of the item's elements. */
    static Map<Guid, Long> expected(LedgerEntry entry) {
        Map<Guid, Long> expected = new HashMap<>();
        expected.put(entry.guid(), entry.version());
        entry.parts().forEach(part -> expected.put(part.guid(), part.version()));
        return expected;
    }
}
