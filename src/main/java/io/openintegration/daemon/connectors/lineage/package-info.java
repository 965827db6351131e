/**
 * The connectors of the Lineage Integrator. {@link io.openintegration.daemon.connectors.lineage.OpenLineageMonitor} catalogues what
 * OpenLineage events tell: jobs as processes with the state of their last run, data sets, the data that flows between them, and the
 * mapping of columns. {@code event} reads events, {@code facts} puts together what they told, in whatever order they came; the
 * facts are kept in the connector's inbox, and each refresh describes what is in them. What operators see of it is told in
 * docs/connectors/lineage.md, and the reasons in ADR 42.
 */
package io.openintegration.daemon.connectors.lineage;
