package io.openintegration.daemon.configuration;

/** The part of a {@link HostingPolicy} that a section takes over from the one around it. */
record Supervision(
        RestartPolicy restartPolicy,
        OperationDeadlines deadlines,
        RemovalLimits removal,
        Approval approval,
        FullComparison comparison) {

    /** Where no section says anything. */
    static final Supervision STANDARD = new Supervision(
            RestartPolicy.MANUAL,
            OperationDeadlines.STANDARD,
            RemovalLimits.STANDARD,
            Approval.NEVER,
            FullComparison.ON_REQUEST);

    HostingPolicy with(RefreshSchedule schedule, RemovalPolicy removalPolicy) {
        return new HostingPolicy(schedule, restartPolicy, deadlines, removalPolicy, approval, comparison);
    }
}
