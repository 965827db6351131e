package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The gauges of the connectors of one daemon. A connector has them as long as it is configured, whatever its status: one that
 * failed must not vanish from a dashboard. Updated by one thread at a time, read by any.
 */
final class ConnectorFigures {

    /** Servers compare each new gauge with all others: those of a thousand connectors at once would slow down their start. */
    private static final int MOST_ADDED = 100;

    private final ServerName daemon;
    private final MetricRegistry registry;
    private final Clock clock;
    private final Set<List<Tag>> shown = new HashSet<>();
    private volatile Map<List<Tag>, ConnectorReport> reports = Map.of();

    /** @param onDuty whether this node runs the connectors now */
    ConnectorFigures(ServerName daemon, BooleanSupplier onDuty, MetricRegistry registry, Clock clock) {
        this.daemon = daemon;
        this.registry = registry;
        this.clock = clock;
        gauge(MeterName.ON_DUTY, List.of(daemonTag()), () -> flag(onDuty.getAsBoolean()));
        for (ConnectorStatus status : ConnectorStatus.values()) {
            gauge(MeterName.CONNECTORS, List.of(daemonTag(), new Tag("status", status.name())), () -> count(status));
        }
    }

    /** What is known now. Of connectors that are new, a hundred at most have their gauges afterwards, the others in their turn. */
    void update(List<ConnectorReport> present) {
        Map<List<Tag>, ConnectorReport> current = new HashMap<>();
        present.forEach(report -> current.put(tags(report), report));
        reports = current;
        Set.copyOf(shown).stream().filter(tags -> !current.containsKey(tags)).forEach(this::remove);
        current.keySet().stream()
                .filter(tags -> !shown.contains(tags))
                .limit(MOST_ADDED)
                .forEach(this::add);
    }

    /** The daemon is no longer here. */
    void remove() {
        Set.copyOf(shown).forEach(this::remove);
        registry.removeMatching((id, metric) -> daemonOnly(id));
    }

    private boolean daemonOnly(MetricID id) {
        return List.of(MeterName.CONNECTORS, MeterName.ON_DUTY).stream()
                        .anyMatch(name -> name.metadata().getName().equals(id.getName()))
                && daemon.value().equals(id.getTags().get("daemon"));
    }

    private void add(List<Tag> tags) {
        shown.add(tags);
        connectorGauge(
                MeterName.WORKING, tags, report -> flag(!report.state().status().isFailure()));
        connectorGauge(MeterName.DEGRADED, tags, report -> flag(report.state().isDegraded()));
        connectorGauge(MeterName.HELD_BACK, tags, ConnectorFigures::heldBack);
        connectorGauge(
                MeterName.AWAITS_APPROVAL, tags, report -> flag(report.state().awaitsApproval()));
        connectorGauge(
                MeterName.STUCK, tags, report -> flag(report.state().stuck().isPresent()));
        connectorGauge(
                MeterName.ATTEMPTS,
                tags,
                report -> report.state().trouble().map(Trouble::attempts).orElse(0));
        connectorGauge(MeterName.SINCE_SUCCESS, tags, this::sinceSuccess);
    }

    private void remove(List<Tag> tags) {
        shown.remove(tags);
        for (MeterName name : List.of(
                MeterName.WORKING,
                MeterName.DEGRADED,
                MeterName.AWAITS_APPROVAL,
                MeterName.HELD_BACK,
                MeterName.STUCK,
                MeterName.ATTEMPTS,
                MeterName.SINCE_SUCCESS)) {
            registry.remove(new MetricID(name.metadata().getName(), tags.toArray(Tag[]::new)));
        }
    }

    private void connectorGauge(MeterName name, List<Tag> tags, ToDoubleFunction<ConnectorReport> figure) {
        gauge(name, tags, () -> Optional.ofNullable(reports.get(tags))
                .map(figure::applyAsDouble)
                .orElse(Double.NaN));
    }

    private void gauge(MeterName name, List<Tag> tags, Supplier<Double> figure) {
        registry.gauge(name.metadata(), figure, tags.toArray(Tag[]::new));
    }

    private double count(ConnectorStatus status) {
        return reports.values().stream()
                .filter(report -> report.state().status() == status)
                .count();
    }

    private static double heldBack(ConnectorReport report) {
        return report.state().heldBack();
    }

    private double sinceSuccess(ConnectorReport report) {
        return report.state()
                .successes()
                .end()
                .map(end -> Duration.between(end, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }

    private List<Tag> tags(ConnectorReport report) {
        return List.of(
                daemonTag(),
                new Tag("service", report.slot().service().urlMarker()),
                new Tag("connector", report.slot().name().value()));
    }

    private Tag daemonTag() {
        return new Tag("daemon", daemon.value());
    }

    private static double flag(boolean value) {
        return value ? 1 : 0;
    }
}
