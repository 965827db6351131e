package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.RunTrigger;

/** What the refresh of a connector is for, and so what is done with what it describes. */
interface Pass {

    RunTrigger trigger();

    /** Refreshes the connector, perhaps more than once. What it throws makes the connector failed. */
    Result go(ConnectorLife life, ActiveRun run);

    /**
     * How it ended.
     *
     * @param refreshed whether this counts as the connector's last refresh
     */
    record Result(ReconcileReport report, boolean refreshed) {}
}
