package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a refresh has to remember of the scopes that it has seen: their keys, and the items that were missing in them.
 * Missing items are not taken away at once, since they may turn up in another scope.
 */
final class Journal {

    private final Map<Optional<ItemKey>, RunScope> open = new HashMap<>();
    private final KeyMap<Boolean> opened = new KeyMap<>();
    /** The top scopes of completed scopes. */
    private final KeyMap<ItemKey> completed = new KeyMap<>();
    /** Completed scopes in which nothing was found of what they had. */
    private final KeyMap<Boolean> emptied = new KeyMap<>();

    private final Map<ItemKey, Optional<ItemKey>> missing = new LinkedHashMap<>();
    private final KeyMap<Boolean> spared = new KeyMap<>();
    private boolean topCompleted;
    private boolean incomplete;

    void opened(Optional<ItemKey> key, RunScope scope) {
        open.put(key, scope);
        key.ifPresent(scopeKey -> opened.put(scopeKey, true));
    }

    boolean wasOpened(ItemKey scope) {
        return opened.contains(scope);
    }

    boolean nothingWasOpened() {
        return opened.size() == 0;
    }

    void completed(Container container) {
        open.remove(container.key());
        container
                .key()
                .ifPresentOrElse(key -> completed.put(key, container.topScopeOf(key)), () -> topCompleted = true);
    }

    void emptied(ItemKey scope) {
        emptied.put(scope, true);
    }

    boolean isEmptied(ItemKey scope) {
        return emptied.contains(scope);
    }

    /** The item is catalogued in that scope, which did not mention it. */
    void missed(Optional<ItemKey> scope, ItemKey item) {
        missing.put(item, scope);
    }

    void leftIncomplete(Optional<ItemKey> scope) {
        open.remove(scope);
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    /** The scopes within top scopes, and these, that were not closed. */
    List<RunScope> open() {
        return new ArrayList<>(open.values());
    }

    /** Whether the item, catalogued in that scope, was mentioned in it during this refresh. */
    boolean isDescribed(Optional<ItemKey> scope, ItemKey item) {
        return Optional.ofNullable(open.get(scope))
                .map(stillOpen -> stillOpen.mentioned(item))
                .orElseGet(() -> isCompleted(scope) && !scope.equals(missing.get(item)));
    }

    /** The item is now catalogued in another scope. */
    void movedFrom(Optional<ItemKey> scope, ItemKey item) {
        Optional.ofNullable(open.get(scope)).ifPresent(stillOpen -> stillOpen.forget(item));
    }

    /** The item is there, though it cannot be read: what is catalogued of it stays. */
    void spare(ItemKey item) {
        spared.put(item, true);
    }

    boolean isSpared(ItemKey item) {
        return spared.contains(item);
    }

    /** These items are from now on looked for in that scope. */
    void relocated(Optional<ItemKey> scope, List<LedgerMark> items) {
        RunScope stillOpen = open.get(scope);
        if (stillOpen != null) {
            stillOpen.expect(items, Set.of());
        } else if (isCompleted(scope)) {
            items.forEach(item -> missing.put(item.key(), scope));
        }
    }

    /** Missing items by the scope in which they were missed, as far as they are not forgotten. */
    Map<ItemKey, Optional<ItemKey>> missing() {
        return Collections.unmodifiableMap(missing);
    }

    void forgetMissing() {
        missing.clear();
    }

    /** Whether an item that is known to be missing was missed in this refresh: its scope was read completely. */
    boolean isMissed(LedgerEntry missingItem) {
        return isCompleted(missingItem.scope()) && !isSpared(missingItem.key());
    }

    /** The top scope in which an item was missed; a top scope itself is its own. */
    ItemKey topScopeOf(LedgerEntry missingItem) {
        return missingItem.scope().flatMap(completed::get).orElse(missingItem.key());
    }

    private boolean isCompleted(Optional<ItemKey> scope) {
        return scope.map(completed::contains).orElse(topCompleted);
    }
}
