package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Relationships that others have made of what a connector catalogued: they change no version of its elements. What others write for the
 * same metadata source is not told apart.
 */
final class LinksOfOthers {

    private final Catalogue catalogue;
    private final Map<Guid, TypeName> types = new HashMap<>();

    LinksOfOthers(Catalogue catalogue, Collection<LedgerEntry> entries) {
        this.catalogue = catalogue;
        Set<Guid> elements = new HashSet<>();
        entries.forEach(entry -> elements.addAll(Survey.elementsOf(entry)));
        // a folder may have a million relationships of ours, which are not to be held
        entries.stream().filter(LedgerEntry::isScope).map(LedgerEntry::guid).forEach(scope -> {
            elements.remove(scope);
            catalogue.neighboursOfOthers(scope).forEach(found -> note(scope, found.relationship()));
        });
        note(catalogue.links(elements, 1));
        note(catalogue.links(elements, 2));
    }

    /** The kind of one of those that the item's elements have; empty where they have none. */
    Optional<TypeName> of(LedgerEntry entry) {
        return Survey.elementsOf(entry).stream()
                .filter(types::containsKey)
                .findFirst()
                .map(types::get);
    }

    private void note(Map<Guid, List<Relationship>> links) {
        links.forEach((element, all) ->
                all.stream().filter(link -> !catalogue.isOwn(link.source())).forEach(link -> note(element, link)));
    }

    private void note(Guid element, Relationship link) {
        types.putIfAbsent(element, link.type());
    }
}
