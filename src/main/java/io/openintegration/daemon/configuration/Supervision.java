package io.openintegration.daemon.configuration;

/** The part of a {@link HostingPolicy} that a section takes over from the one around it. */
record Supervision(RestartPolicy restartPolicy, OperationDeadlines deadlines, Approval approval) {

    /** Where no section says anything. */
    static final Supervision STANDARD =
            new Supervision(RestartPolicy.MANUAL, OperationDeadlines.STANDARD, Approval.NEVER);

    HostingPolicy with(RefreshSchedule schedule) {
        return new HostingPolicy(schedule, restartPolicy, deadlines, approval);
    }
}
