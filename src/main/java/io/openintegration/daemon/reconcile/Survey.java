package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.reconcile.Sighting.DescribedPart;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what the metadata server holds of described items about which the ledger may be wrong: after a crash
 * between the two, when an archived item is back, when others edited or removed elements. What it finds has no
 * fingerprints, so that it is written again as described; where nothing differs that changes nothing.
 */
final class Survey {

    private final Catalogue catalogue;

    Survey(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One answer for each of {@code doubtful}, whose values are what the ledger says. */
    Map<Sighting, Standing> of(Map<Sighting, Optional<LedgerEntry>> doubtful) {
        Set<Guid> noted = new HashSet<>();
        Set<QualifiedName> names = new HashSet<>();
        doubtful.forEach((sighting, entry) -> {
            entry.ifPresent(known -> noted.addAll(elementsOf(known)));
            entry.ifPresent(known -> names.add(known.name()));
            names.add(sighting.item().qualifiedName());
            sighting.parts().forEach(part -> names.add(part.name()));
        });
        Map<QualifiedName, Element> named = catalogue.named(names);
        Map<Guid, LedgerOwner> owners =
                catalogue.owners(named.values().stream().map(Element::guid).toList());
        Facts facts = new Facts(catalogue.versions(noted).keySet(), named, owners);
        Map<Sighting, Standing> answers = new HashMap<>();
        doubtful.forEach((sighting, entry) -> answers.put(sighting, standing(sighting, entry, facts)));
        return answers;
    }

    static Set<Guid> elementsOf(LedgerEntry entry) {
        Set<Guid> elements = new HashSet<>();
        elements.add(entry.guid());
        entry.parts().forEach(part -> elements.add(part.guid()));
        return elements;
    }

    private Standing standing(Sighting sighting, Optional<LedgerEntry> noted, Facts facts) {
        Optional<LedgerEntry> alive = noted.filter(known -> facts.alive().contains(known.guid()));
        Optional<Element> found =
                alive.isPresent() ? Optional.empty() : facts.ofItem(sighting, noted.map(LedgerEntry::name));
        Ownership ownership = new Ownership(catalogue, facts.owners(), sighting, noted);
        Optional<Message> conflict =
                found.flatMap(ownership::conflict).or(() -> partConflict(sighting, facts, ownership));
        if (conflict.isPresent()) {
            return Standing.conflict(noted, conflict.get());
        }
        FoundItem item = new FoundItem(sighting, noted, facts);
        return found.map(element -> item.adopted(element, leftovers(element.guid(), sighting)))
                .or(() -> alive.map(known -> item.kept(known, lost(known, sighting))))
                .orElseGet(() -> Standing.surveyed(noted, Optional.empty(), Set.of()));
    }

    private static Optional<Message> partConflict(Sighting sighting, Facts facts, Ownership ownership) {
        return sighting.parts().stream()
                .map(DescribedPart::name)
                .flatMap(name -> Optional.ofNullable(facts.named().get(name)).stream())
                .flatMap(element -> ownership.conflict(element).stream())
                .findFirst();
    }

    /** Parts of which the ledger may not know, since the answer to the write that made them got lost. */
    private List<LedgerPart> lost(LedgerEntry known, Sighting sighting) {
        return known.isUnread() ? leftovers(known.guid(), sighting) : List.of();
    }

    private List<LedgerPart> leftovers(Guid item, Sighting sighting) {
        return new AnchoredParts(catalogue, item).except(names(sighting.parts()));
    }

    private static Set<QualifiedName> names(Collection<DescribedPart> parts) {
        Set<QualifiedName> names = new HashSet<>();
        parts.forEach(part -> names.add(part.name()));
        return names;
    }

    /**
     * What the metadata server and the ledgers answered.
     *
     * @param alive those elements of the ledger that exist and are not archived
     */
    record Facts(Set<Guid> alive, Map<QualifiedName, Element> named, Map<Guid, LedgerOwner> owners) {

        Optional<Element> ofItem(Sighting sighting, Optional<QualifiedName> givenName) {
            return givenName
                    .map(named::get)
                    .or(() -> Optional.ofNullable(named.get(sighting.item().qualifiedName())));
        }
    }
}
