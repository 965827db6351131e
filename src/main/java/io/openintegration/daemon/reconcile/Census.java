package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.HashMap;
import java.util.Map;

/** What a refresh found, top scope by top scope. */
final class Census {

    private final Map<ItemKey, Place> places = new HashMap<>();

    Place place(ItemKey topScope) {
        return places.computeIfAbsent(topScope, any -> new Place());
    }

    long keptCount() {
        return places.values().stream().mapToLong(Place::keptCount).sum();
    }

    long addedCount() {
        return places.values().stream().mapToLong(Place::addedCount).sum();
    }
}
