/**
 * Compares what connectors describe with what was catalogued and makes good the difference (docs/architecture.md).
 * {@link io.openintegration.daemon.reconcile.Ledger} is the memory of what one connector has catalogued.
 */
package io.openintegration.daemon.reconcile;
