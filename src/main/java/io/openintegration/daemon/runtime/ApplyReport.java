package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What became of the connectors of a daemon when a configuration was applied; each list in the order of the document, of
 * the earlier one for those that were stopped.
 *
 * @param started new in this configuration
 * @param restarted begin a new life with their changed configuration
 * @param rescheduled go on as they are, at another refresh interval, or with another id
 * @param stopped no longer in the configuration
 * @param unchanged were not touched
 * @param done completed when the work has ended, however it ended: first refreshes, and the stops
 */
public record ApplyReport(
        List<ConnectorName> started,
        List<ConnectorName> restarted,
        List<ConnectorName> rescheduled,
        List<ConnectorName> stopped,
        List<ConnectorName> unchanged,
        CompletableFuture<Void> done) {

    /** Nothing was applied. */
    public static final ApplyReport NOTHING = new ApplyReport(
            List.of(), List.of(), List.of(), List.of(), List.of(), CompletableFuture.completedFuture(null));

    public ApplyReport {
        started = List.copyOf(started);
        restarted = List.copyOf(restarted);
        rescheduled = List.copyOf(rescheduled);
        stopped = List.copyOf(stopped);
        unchanged = List.copyOf(unchanged);
    }

    /** Whether any connector is affected. */
    public boolean isChange() {
        return !(started.isEmpty() && restarted.isEmpty() && rescheduled.isEmpty() && stopped.isEmpty());
    }
}
