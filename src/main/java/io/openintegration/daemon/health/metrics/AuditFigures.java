package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.audit.AuditConsumption;
import io.openintegration.daemon.audit.AuditDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The gauges of the audit log: what waits, what is lost, and how late the database is. */
final class AuditFigures {

    private final MetricRegistry registry;
    private final Supplier<AuditConsumption.Facts> consumption;
    private final Clock clock;
    private final Map<String, AuditDelivery> deliveries = new ConcurrentHashMap<>();

    AuditFigures(MetricRegistry registry, Supplier<AuditConsumption.Facts> consumption, Clock clock) {
        this.registry = registry;
        this.consumption = consumption;
        this.clock = clock;
        registry.gauge(MeterName.AUDIT_LAG.metadata(), () -> lag().toMillis() / 1_000.0);
    }

    /** What is known now. Destinations of servers that were stopped keep their last figures. */
    void update(Collection<AuditDelivery> present) {
        present.forEach(delivery -> {
            if (deliveries.put(delivery.destination(), delivery) == null) {
                add(delivery.destination());
            }
        });
    }

    private void add(String destination) {
        Tag tag = new Tag("destination", destination);
        registry.gauge(
                MeterName.AUDIT_BACKLOG.metadata(),
                () -> deliveries.get(destination).backlog(),
                tag);
        registry.gauge(
                MeterName.AUDIT_DROPPED.metadata(),
                () -> deliveries.get(destination).dropped(),
                tag);
    }

    /** While filing fails, what waits gets older, and nobody else would tell. */
    private Duration lag() {
        AuditConsumption.Facts facts = consumption.get();
        return facts.failingSince()
                .map(this::since)
                .filter(failing -> failing.compareTo(facts.lag()) > 0)
                .orElse(facts.lag());
    }

    private Duration since(Instant begin) {
        return Duration.between(begin, clock.instant());
    }
}
