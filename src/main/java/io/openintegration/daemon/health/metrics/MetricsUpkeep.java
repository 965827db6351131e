package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.audit.AuditDelivery;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.AuditService;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.DutyReport;
import io.openintegration.daemon.runtime.OperatedDaemon;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Keeps the registered gauges in step with daemons, connectors and destinations; their values are at most two seconds old. */
@Singleton
@Startup
// Payara takes a list as an order: naming what ServerRegistry depends on as well would be a cycle
@DependsOn("ServerRegistry")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MetricsUpkeep {

    private static final Logger LOG = System.getLogger(MetricsUpkeep.class.getName());
    private static final int SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService timer;

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    @EJB
    private AuditService auditService;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Clock clock;

    private final Map<ServerName, ConnectorFigures> daemons = new HashMap<>();
    private final Set<String> destinations = new HashSet<>();
    private volatile Map<String, AuditDelivery> deliveries = Map.of();
    private ScheduledFuture<?> task;

    @PostConstruct
    void begin() {
        registry.gauge(MeterName.WAITING.metadata(), () -> connectors.backlog().waiting());
        registry.gauge(
                MeterName.LONGEST_WAIT.metadata(),
                () -> connectors.backlog().longestWait().toMillis() / 1_000.0);
        task = timer.scheduleWithFixedDelay(this::keepUp, 0, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        task.cancel(false);
    }

    private void keepUp() {
        try {
            update();
        } catch (RuntimeException e) {
            // a periodic task that throws is never run again
            LOG.log(Level.WARNING, "Metrics could not be brought up to date; tried again in two seconds", e);
        }
    }

    private void update() {
        Map<ServerName, OperatedDaemon> active = new HashMap<>();
        servers.active().forEach(server -> connectors.find(server).ifPresent(found -> active.put(server, found)));
        Set.copyOf(daemons.keySet()).stream()
                .filter(daemon -> !active.containsKey(daemon))
                .forEach(daemon -> daemons.remove(daemon).remove());
        active.forEach((name, daemon) -> daemons.computeIfAbsent(
                        name, none -> new ConnectorFigures(name, () -> isOnDuty(name), registry, clock))
                .update(reports(daemon)));
        updateDestinations();
    }

    private boolean isOnDuty(ServerName daemon) {
        return connectors
                .duty(daemon)
                .filter(duty -> duty.role() == DutyReport.Role.ACTIVE)
                .isPresent();
    }

    private static List<ConnectorReport> reports(OperatedDaemon daemon) {
        return daemon.status().stream()
                .flatMap(service -> service.connectors().stream())
                .toList();
    }

    /** Destinations of servers that were stopped keep their last figures. */
    private void updateDestinations() {
        Map<String, AuditDelivery> current = new HashMap<>(deliveries);
        auditService.deliveries().forEach(delivery -> current.put(delivery.destination(), delivery));
        deliveries = Map.copyOf(current);
        current.keySet().stream().filter(destinations::add).forEach(destination -> {
            Tag tag = new Tag("destination", destination);
            registry.gauge(
                    MeterName.AUDIT_BACKLOG.metadata(),
                    () -> deliveries.get(destination).backlog(),
                    tag);
            registry.gauge(
                    MeterName.AUDIT_DROPPED.metadata(),
                    () -> deliveries.get(destination).dropped(),
                    tag);
        });
    }
}
