package io.openintegration.daemon.configuration;

import java.time.Duration;

/** How the daemon treats a connector, which the connector itself never sees: it may change while the connector runs. */
public record HostingPolicy(
        RefreshSchedule schedule,
        RestartPolicy restartPolicy,
        OperationDeadlines deadlines,
        RemovalPolicy removal,
        Approval approval,
        FullComparison comparison) {

    /** Compared with the metadata server on request alone. */
    public HostingPolicy(
            RefreshSchedule schedule,
            RestartPolicy restartPolicy,
            OperationDeadlines deadlines,
            RemovalPolicy removal,
            Approval approval) {
        this(schedule, restartPolicy, deadlines, removal, approval, FullComparison.ON_REQUEST);
    }

    /** With the standard policy for removals, and without approval. */
    public HostingPolicy(RefreshSchedule schedule, RestartPolicy restartPolicy, OperationDeadlines deadlines) {
        this(schedule, restartPolicy, deadlines, RemovalPolicy.STANDARD, Approval.NEVER);
    }

    /** Refreshed at an interval, restarted by the operator, with the standard deadlines. */
    public static HostingPolicy every(Duration interval) {
        return new HostingPolicy(RefreshSchedule.every(interval), RestartPolicy.MANUAL, OperationDeadlines.STANDARD);
    }
}
