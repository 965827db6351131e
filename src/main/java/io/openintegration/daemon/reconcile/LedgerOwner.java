package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.Optional;

/**
 * Who has catalogued an element.
 *
 * @param otherConnector name of the connector, where it is not the one whose ledger was asked; empty where it is
 * @param key of the item that the element stands for, or is a part of
 */
public record LedgerOwner(Optional<String> otherConnector, ItemKey key) {}
