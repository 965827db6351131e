/**
 * What the connectors share that pass OpenLineage events on, from a third party to the daemon or the other way: hosts and whether they
 * may be connected to, the steps of a connection test, and what they say of both.
 */
package io.openintegration.daemon.connectors.lineage.relay;
