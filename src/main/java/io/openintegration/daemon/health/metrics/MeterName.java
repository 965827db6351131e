package io.openintegration.daemon.health.metrics;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The names of all figures; docs/operating.md tells operators what to do with them. */
enum MeterName {
    CONNECTORS("integration_daemon_connectors", "Connectors in this status", MetricUnits.NONE),
    ON_DUTY("integration_daemon_on_duty", "1 where this node runs the connectors of the daemon", MetricUnits.NONE),
    WORKING("integration_connector_working", "0 where the connector has failed, else 1", MetricUnits.NONE),
    DEGRADED(
            "integration_connector_degraded",
            "1 where the last refresh could not read or catalogue everything",
            MetricUnits.NONE),
    AWAITS_APPROVAL(
            "integration_connector_awaits_approval",
            "1 where the last refresh would have changed more than it may without approval",
            MetricUnits.NONE),
    HELD_BACK(
            "integration_connector_held_back",
            "Items that are gone, and whose removal the last refresh held back",
            MetricUnits.NONE),
    STUCK("integration_connector_stuck", "1 where a call gives no sign of life", MetricUnits.NONE),
    ATTEMPTS(
            "integration_connector_restart_attempts",
            "How often the daemon has restarted the connector since it last worked for a while",
            MetricUnits.NONE),
    SINCE_SUCCESS(
            "integration_connector_since_last_success",
            "Time since the last refresh that ended well; NaN where there was none",
            MetricUnits.SECONDS),
    REFRESHES("integration_connector_refreshes", "Refreshes that ended, by outcome", MetricUnits.NONE),
    REFRESH_TIME(
            "integration_refresh_time", "How long refreshes take, of all connectors of the daemon", MetricUnits.NONE),
    RECOVERIES(
            "integration_daemon_recoveries",
            "Connectors that work again after the daemon restarted them",
            MetricUnits.NONE),
    WAITING("integration_work_waiting", "Operations of connectors that wait for their turn", MetricUnits.NONE),
    LONGEST_WAIT("integration_work_longest_wait", "How long the first of them has waited", MetricUnits.SECONDS),
    AUDIT_BACKLOG("integration_audit_backlog", "Audit records that wait for this destination", MetricUnits.NONE),
    AUDIT_DROPPED(
            "integration_audit_dropped", "Audit records that this destination has lost for good", MetricUnits.NONE),
    AUDIT_LAG(
            "integration_audit_filing_lag",
            "How far the audit log in the database is behind: how long records wait in the queue",
            MetricUnits.SECONDS);

    private final Metadata metadata;

    MeterName(String name, String description, String unit) {
        this.metadata = Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(unit)
                .build();
    }

    Metadata metadata() {
        return metadata;
    }
}
