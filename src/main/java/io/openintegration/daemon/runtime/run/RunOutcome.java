package io.openintegration.daemon.runtime.run;

import io.openintegration.daemon.reconcile.ReconcileReport;

/** How a refresh ended. Once it has ended, its outcome never changes. */
public enum RunOutcome {
    /** It has not ended. */
    RUNNING,
    /** All was read, and open metadata is in step. */
    SUCCEEDED,
    /** It ended, but could not read or catalogue everything; the report says what. */
    DEGRADED,
    /** It threw, or was given up at its deadline. */
    FAILED,
    /** Somebody asked for its end, or for a restart or stop of the connector or the daemon. */
    CANCELLED,
    /** The daemon ended without it: the process died, or another node took over. What had been written stays. */
    LOST;

    /** Of a refresh that came to its end. */
    public static RunOutcome ofEnd(ReconcileReport report) {
        return report.problemCount() == 0 ? SUCCEEDED : DEGRADED;
    }

    public boolean hasEnded() {
        return this != RUNNING;
    }
}
