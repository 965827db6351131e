package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.platform.ConnectorRecovered;
import io.openintegration.daemon.platform.RunEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what happens: refreshes, how long they took, recoveries. */
@ApplicationScoped
public class RefreshFigures {

    private final MetricRegistry registry;

    @Inject
    public RefreshFigures(MetricRegistry registry) {
        this.registry = registry;
    }

    /** For the container's proxy only. */
    protected RefreshFigures() {
        this(null);
    }

    void ended(@Observes RunEnded event) {
        if (!event.run().trigger().isRefresh()) {
            return;
        }
        Tag daemon = new Tag("daemon", event.daemon().value());
        registry.counter(
                        MeterName.REFRESHES.metadata(),
                        daemon,
                        new Tag("connector", event.run().connector().value()),
                        new Tag("outcome", event.run().outcome().name().toLowerCase(Locale.ROOT)))
                .inc();
        event.run().duration().ifPresent(took -> registry.timer(MeterName.REFRESH_TIME.metadata(), daemon)
                .update(took));
    }

    void recovered(@Observes ConnectorRecovered event) {
        registry.counter(
                        MeterName.RECOVERIES.metadata(),
                        new Tag("daemon", event.daemon().value()))
                .inc();
    }
}
