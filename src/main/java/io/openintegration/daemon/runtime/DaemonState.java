package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.RunHistory;

/** What a daemon knows across restarts of the server. */
public record DaemonState(TargetStates targets, Chronicle chronicle, LineageInboxes lineage) {

    RunHistory runs() {
        return chronicle.runs();
    }
}
