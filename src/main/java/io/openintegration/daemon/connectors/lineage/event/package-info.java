/**
 * OpenLineage events as they come in: {@link io.openintegration.daemon.connectors.lineage.event.EventReader} reads the text of one
 * within {@linkplain io.openintegration.daemon.connectors.lineage.event.EventLimits limits}, and refuses what is none with a
 * message that says what is wrong and where. Facets are kept as the text that they came as, known or not. The rules are those of
 * OpenLineage's specification 2-0-2.
 */
package io.openintegration.daemon.connectors.lineage.event;
