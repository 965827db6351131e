package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.Optional;

/**
 * An item that is about to be catalogued for the first time.
 *
 * @param scope key of the scope that holds the item; empty for a top scope
 * @param isScope whether the item is itself a scope
 * @param name the qualified name that its element has, or is to get
 */
public record LedgerIntent(ItemKey key, Optional<ItemKey> scope, boolean isScope, QualifiedName name) {}
