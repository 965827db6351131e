package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.Sighting.DescribedPart;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words what a survey found of one item as a ledger entry without fingerprints. */
final class FoundItem {

    private final Sighting sighting;
    private final Optional<LedgerEntry> noted;
    private final Survey.Facts facts;
    private final Set<Guid> archived = new HashSet<>();

    FoundItem(Sighting sighting, Optional<LedgerEntry> noted, Survey.Facts facts) {
        this.sighting = sighting;
        this.noted = noted;
        this.facts = facts;
    }

    /**
     * The element that the ledger knows is there.
     *
     * @param leftovers parts of it that are not described
     */
    Standing kept(LedgerEntry entry, List<LedgerPart> leftovers) {
        return standing(entry.type(), entry.guid(), entry.name(), leftovers);
    }

    /**
     * Another element than the ledger knows, or an archived one, is the item's.
     *
     * @param leftovers parts of it that are not described
     */
    Standing adopted(Element element, List<LedgerPart> leftovers) {
        noteArchived(element);
        return standing(element.type(), element.guid(), element.qualifiedName().orElseThrow(), leftovers);
    }

    private Standing standing(TypeName type, Guid guid, QualifiedName name, List<LedgerPart> leftovers) {
        LedgerEntry entry = new LedgerEntry(
                sighting.key(),
                noted.map(LedgerEntry::scope)
                        .orElseGet(() -> sighting.container().key()),
                sighting.isScope(),
                type,
                guid,
                name,
                noted.map(LedgerEntry::classifications).orElse(Set.of()),
                "",
                "",
                0,
                parts(leftovers),
                noted.map(LedgerEntry::history).orElse(LedgerHistory.UNKNOWN));
        return Standing.surveyed(noted, Optional.of(entry), archived);
    }

    /** Parents first: what the ledger knows, then what else is described and exists, then what is left over. */
    private List<LedgerPart> parts(List<LedgerPart> leftovers) {
        Map<QualifiedName, LedgerPart> parts = new LinkedHashMap<>();
        noted.ifPresent(entry -> entry.parts().forEach(part -> found(part).ifPresent(it -> parts.put(it.name(), it))));
        for (DescribedPart described : sighting.parts()) {
            if (!parts.containsKey(described.name())) {
                Optional.ofNullable(facts.named().get(described.name())).ifPresent(element -> {
                    noteArchived(element);
                    parts.put(described.name(), unread(described.name(), element, Set.of()));
                });
            }
        }
        leftovers.forEach(part -> parts.putIfAbsent(part.name(), part));
        return List.copyOf(parts.values());
    }

    /** The noted part if it is alive or archived under its name; one that is gone is left out. */
    private Optional<LedgerPart> found(LedgerPart part) {
        if (facts.alive().contains(part.guid())) {
            return Optional.of(part.unread());
        }
        Optional<Element> named = Optional.ofNullable(facts.named().get(part.name()));
        named.ifPresent(this::noteArchived);
        return named.map(element -> unread(part.name(), element, part.classifications()));
    }

    private void noteArchived(Element element) {
        if (element.isArchived()) {
            archived.add(element.guid());
        }
    }

    private static LedgerPart unread(QualifiedName name, Element element, Set<TypeName> classifications) {
        return new LedgerPart(name, element.type(), element.guid(), classifications, "", 0);
    }
}
