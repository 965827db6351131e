package io.openintegration.daemon.runtime;

/** What the operator wants a connector to do; kept apart from what it does, and across restarts of the server. */
public enum TargetState {
    /** It works. */
    STARTED,
    /** It stays as it is, but is not refreshed; a connector on its own thread is disconnected. */
    PAUSED,
    /** It is disconnected. */
    STOPPED
}
