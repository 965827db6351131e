package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.platform.ConnectorRecovered;
import io.openintegration.daemon.platform.RunEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts what happens: refreshes, how long they took, recoveries. */
@ApplicationScoped
public class RefreshFigures {

    private final MetricRegistry registry;

    /** Servers compare a meter that is asked for by name with all others: with thousands of them that takes its time. */
    private final Map<List<Tag>, Counter> refreshes = new ConcurrentHashMap<>();

    private final Map<Tag, Timer> times = new ConcurrentHashMap<>();

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
        List<Tag> tags = List.of(
                daemon,
                new Tag("connector", event.run().connector().value()),
                new Tag("outcome", event.run().outcome().name().toLowerCase(Locale.ROOT)));
        refreshes.computeIfAbsent(tags, this::counter).inc();
        event.run().duration().ifPresent(took -> times.computeIfAbsent(daemon, this::timer)
                .update(took));
    }

    void recovered(@Observes ConnectorRecovered event) {
        registry.counter(
                        MeterName.RECOVERIES.metadata(),
                        new Tag("daemon", event.daemon().value()))
                .inc();
    }

    private Counter counter(List<Tag> tags) {
        return registry.counter(MeterName.REFRESHES.metadata(), tags.toArray(Tag[]::new));
    }

    private Timer timer(Tag daemon) {
        return registry.timer(MeterName.REFRESH_TIME.metadata(), daemon);
    }
}
