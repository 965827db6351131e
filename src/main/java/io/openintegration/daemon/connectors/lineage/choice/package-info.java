/**
 * Which events of OpenLineage a connector is asked for, by the names of their jobs and namespaces: {@link
 * io.openintegration.daemon.connectors.lineage.choice.JobChoice} decides, and {@link
 * io.openintegration.daemon.connectors.lineage.choice.LeftOut} tells how many were left out. All lineage connectors have the same
 * properties for it.
 */
package io.openintegration.daemon.connectors.lineage.choice;
