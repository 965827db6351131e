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
    CHANGE
}
