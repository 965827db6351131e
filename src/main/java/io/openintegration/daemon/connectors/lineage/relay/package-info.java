/**
 * What the connectors have in common that pass OpenLineage events on, from a third party to the daemon or the other way: what they say of
 * that third party.
 */
package io.openintegration.daemon.connectors.lineage.relay;
