package io.openintegration.daemon.runtime.plan;

/** What has become of a plan. */
public enum PlanState {
    /** It is asked for, or being made. */
    PLANNING,
    /** It can be looked at, and applied. */
    READY,
    /** As {@link #READY}, but nobody asked for it: a refresh would have changed more than it may without approval. */
    AWAITS_APPROVAL,
    /** It is being applied. */
    APPLYING,
    /** It was applied. What of it was not written, if anything, the run's report says. */
    APPLIED,
    /** It was not applied, because the same refresh would do something else now. */
    REFUSED,
    /** It could not be made, or not be applied to its end; the run's report says why. */
    FAILED;

    /** Whether somebody works on it. */
    public boolean isOpen() {
        return this == PLANNING || this == APPLYING;
    }

    public boolean canBeApplied() {
        return this == READY || this == AWAITS_APPROVAL;
    }
}
