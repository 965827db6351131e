package io.openintegration.daemon.runtime.run;

/** Why a connector was refreshed. */
public enum RunTrigger {
    /** It began a life: after the start of the daemon, or a restart. */
    START,
    /** Its schedule said so. */
    SCHEDULE,
    /** Somebody asked for it. */
    REQUEST,
    /** The connector itself asked for it: it has heard of a change at its third party. */
    CHANGE,
    /** Somebody asked what a refresh, or an undo, would do: nothing was written, and the report counts what would be. */
    PLAN,
    /** Somebody approved of a plan: first it was made again, and then applied if it was still the same. */
    APPLY,
    /** It is no refresh, but the undo of one. */
    UNDO;

    /** Whether the third party was asked, and open metadata brought in step with it. */
    public boolean isRefresh() {
        return this != PLAN && this != UNDO;
    }
}
