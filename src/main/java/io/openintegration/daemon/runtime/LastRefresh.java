package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Duration;
import java.time.Instant;

/** The last refresh of a connector that ended well, also one before the server's last start. */
public record LastRefresh(RunId run, Instant end, Duration took, ReconcileReport report) {

    static LastRefresh of(RunReport run) {
        return new LastRefresh(
                run.id(), run.end().orElse(run.begin()), run.duration().orElse(Duration.ZERO), run.report());
    }
}
