/**
 * What is known of jobs, runs and data sets after some events. Each event tells {@linkplain
 * io.openintegration.daemon.connectors.lineage.facts.Told something}, and what is known is what all of them told, put together: in
 * whatever order they came, and however often. So every kind of facts has a {@code with} that is commutative, associative and
 * idempotent, and nothing is decided before it is asked for.
 */
package io.openintegration.daemon.connectors.lineage.facts;
