/**
 * The connectors that pass OpenLineage events on: to an HTTP endpoint, or to files. {@link
 * io.openintegration.daemon.connectors.lineage.publish.OpenLineagePublisher} takes them out of its inbox, one after another; where they go
 * is behind the port {@link io.openintegration.daemon.connectors.lineage.publish.EventSink}. What operators see of it is told in
 * docs/connectors/lineage-publish.md, and the reasons in ADR 44.
 */
package io.openintegration.daemon.connectors.lineage.publish;
