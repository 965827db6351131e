/**
 * The receiver of OpenLineage events from a topic of Kafka: a plug-in, not part of the WAR. {@link
 * io.openintegration.daemon.connectors.lineage.kafka.OpenLineageKafkaReceiver} hands what it reads to the daemon's own reception, and
 * tells the broker that it has read it only after it is stored. What operators see of it is told in docs/connectors/lineage-kafka.md,
 * and the reasons in ADR 44.
 */
package io.openintegration.daemon.connectors.lineage.kafka;
