package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The items of one batch, in the order in which they are to be written, and what is catalogued of each. */
final class Standings {

    private final Catalogue catalogue;
    private final List<Sighting> order;
    private final Map<Sighting, Standing> standings = new HashMap<>();

    Standings(Catalogue catalogue, List<Sighting> sightings) {
        this.catalogue = catalogue;
        this.order = new ArrayList<>(sightings);
        trustLedger(sightings);
    }

    /** Reads the ledger once more. */
    void readAgain() {
        trustLedger(order);
    }

    List<Sighting> order() {
        return List.copyOf(order);
    }

    Standing of(Sighting sighting) {
        return standings.get(sighting);
    }

    /** The items of the batch that are described in another scope than this one. */
    Set<ItemKey> describedOutside(ItemKey scope) {
        return order.stream()
                .filter(sighting -> !sighting.container().key().equals(Optional.of(scope)))
                .map(Sighting::key)
                .collect(Collectors.toSet());
    }

    void drop(Sighting sighting) {
        order.remove(sighting);
    }

    /** Asks the metadata server about those of these items for which it was not asked yet. */
    void survey(Predicate<Sighting> which) {
        Map<Sighting, Optional<LedgerEntry>> doubtful = new LinkedHashMap<>();
        order.stream()
                .filter(which)
                .filter(sighting -> !of(sighting).surveyed())
                .forEach(sighting -> doubtful.put(sighting, of(sighting).noted()));
        if (!doubtful.isEmpty()) {
            standings.putAll(new Survey(catalogue).of(doubtful));
        }
    }

    /** Puts the scopes whose elements are gone before the items that are to hang on them; returns how many. */
    int addLostScopes() {
        int added = 0;
        for (List<Sighting> lost = lostScopes(); !lost.isEmpty(); lost = lostScopes()) {
            order.addAll(0, lost);
            trustLedger(lost);
            added += lost.size();
        }
        return added;
    }

    private List<Sighting> lostScopes() {
        Map<Guid, Sighting> scopes = new LinkedHashMap<>();
        for (Sighting sighting : order) {
            Container container = sighting.container();
            container.sighting().filter(scope -> !standings.containsKey(scope)).ifPresent(scope -> container
                    .guid()
                    .ifPresent(guid -> scopes.put(guid, scope)));
        }
        Set<Guid> alive = catalogue.versions(scopes.keySet()).keySet();
        scopes.keySet().removeAll(alive);
        return List.copyOf(scopes.values());
    }

    private void trustLedger(Collection<Sighting> sightings) {
        List<ItemKey> keys = sightings.stream().map(Sighting::key).toList();
        Map<ItemKey, LedgerEntry> entries = catalogue.entries(keys);
        sightings.forEach(sighting ->
                standings.put(sighting, Standing.trusted(Optional.ofNullable(entries.get(sighting.key())))));
    }
}
