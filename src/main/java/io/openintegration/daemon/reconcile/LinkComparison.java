package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the items whose relationships others removed or changed in the metadata server: the one by which an item hangs on its
 * container, and those by which its parts hang on it and on each other. The ledger knows them by their digests.
 */
final class LinkComparison {

    private final Catalogue catalogue;
    private final Optional<Guid> container;
    private final Map<Guid, List<Relationship>> atEnd1 = new HashMap<>();
    private final Map<Guid, List<Relationship>> atEnd2 = new HashMap<>();

    /** @param container what the items hang on; empty where that is nothing */
    LinkComparison(Catalogue catalogue, Optional<Guid> container) {
        this.catalogue = catalogue;
        this.container = container;
    }

    /** Those of these entries whose items do not hang on what they should, or hang on something else too. */
    List<LedgerEntry> differing(Collection<LedgerEntry> entries) {
        Set<Guid> elements = new HashSet<>();
        entries.forEach(entry -> elements.addAll(Survey.elementsOf(entry)));
        atEnd2.putAll(catalogue.ownLinks(elements, 2));
        List<LedgerEntry> differing = new ArrayList<>(
                entries.stream().filter(entry -> !isInPlace(entry)).toList());
        // nearly everything hangs on its container by end 2: the other end is only asked for the rest
        Set<Guid> rest = new HashSet<>();
        differing.forEach(entry -> rest.addAll(Survey.elementsOf(entry)));
        atEnd1.putAll(catalogue.ownLinks(rest, 1));
        differing.removeIf(this::isInPlace);
        return differing;
    }

    private boolean isInPlace(LedgerEntry entry) {
        Map<Guid, QualifiedName> names = new HashMap<>();
        names.put(entry.guid(), entry.name());
        entry.parts().forEach(part -> names.put(part.guid(), part.name()));
        return hangs(entry) && entry.parts().stream().allMatch(part -> hangs(part, names));
    }

    private boolean hangs(LedgerEntry item) {
        Fingerprint known = Fingerprint.read(item.fingerprint());
        if (known.isUnknown() || container.isEmpty()) {
            return true;
        }
        List<Relationship> ofKind = new ArrayList<>();
        atEnd2.getOrDefault(item.guid(), List.of()).stream()
                .filter(link -> known.link().equals(Fingerprint.link(link.type(), true)))
                .forEach(ofKind::add);
        atEnd1.getOrDefault(item.guid(), List.of()).stream()
                .filter(link -> known.link().equals(Fingerprint.link(link.type(), false)))
                .forEach(ofKind::add);
        return ofKind.size() == 1
                && List.of(ofKind.get(0).end1(), ofKind.get(0).end2()).contains(container.get())
                && isAsDescribed(ofKind.get(0), known);
    }

    private boolean hangs(LedgerPart part, Map<Guid, QualifiedName> names) {
        Fingerprint known = Fingerprint.read(part.fingerprint());
        if (known.linkProperties().isEmpty()) {
            return true;
        }
        boolean byEnd2 = atEnd2.getOrDefault(part.guid(), List.of()).stream()
                .anyMatch(link -> isOfPart(link, link.end1(), true, known, names));
        return byEnd2
                || atEnd1.getOrDefault(part.guid(), List.of()).stream()
                        .anyMatch(link -> isOfPart(link, link.end2(), false, known, names));
    }

    private static boolean isOfPart(
            Relationship link, Guid parent, boolean parentAtEnd1, Fingerprint known, Map<Guid, QualifiedName> names) {
        return names.containsKey(parent)
                && known.link().equals(Fingerprint.link(names.get(parent), link.type(), parentAtEnd1))
                && isAsDescribed(link, known);
    }

    private static boolean isAsDescribed(Relationship link, Fingerprint known) {
        return known.linkProperties().equals(Fingerprint.linkProperties(link.properties()));
    }
}
