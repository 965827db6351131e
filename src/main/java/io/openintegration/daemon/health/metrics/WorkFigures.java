package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.runtime.Backlog;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The gauges of the work that waits for its turn, of all daemons on this node. */
final class WorkFigures {

    private WorkFigures() {}

    static void register(MetricRegistry registry, Supplier<Backlog> backlog) {
        registry.gauge(MeterName.WAITING.metadata(), () -> backlog.get().waiting());
        registry.gauge(
                MeterName.LONGEST_WAIT.metadata(),
                () -> backlog.get().longestWait().toMillis() / 1_000.0);
    }
}
