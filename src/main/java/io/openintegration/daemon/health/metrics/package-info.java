/**
 * Figures of daemons and connectors (MicroProfile Metrics), which the application server shows at {@code /metrics} in the format
 * of Prometheus. {@link io.openintegration.daemon.health.metrics.MetricsUpkeep} keeps what is registered in step with the
 * connectors that there are; docs/operating.md lists the names.
 */
package io.openintegration.daemon.health.metrics;
