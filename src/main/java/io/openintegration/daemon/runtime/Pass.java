package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.run.RunTrigger;

/** What the refresh of a connector is for, and so what is done with what it describes. */
interface Pass {

    RunTrigger trigger();

    /** Refreshes the connector, perhaps more than once. What it throws makes the connector failed. */
    Result go(ConnectorLife life, ActiveRun run);

    /**
     * How it ended.
     *
     * @param extent as what kind of refresh it counts
     */
    record Result(ReconcileReport report, Extent extent) {}

    /** How much of open metadata is in step afterwards. */
    enum Extent {
        /** No more than before. */
        NOTHING,
        /** What the connector has heard of. */
        CHANGES,
        ALL;

        static Extent of(RefreshMode mode) {
            return mode == RefreshMode.CHANGES ? CHANGES : ALL;
        }
    }
}
