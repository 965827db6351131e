package io.openintegration.daemon.health.metrics;

import io.openintegration.daemon.audit.AuditConsumption;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Keeps the registered gauges in step with daemons, connectors and destinations; their values are at most two seconds old. Gauges of a
 * thousand connectors appear in the first twenty seconds.
 */
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
    private AuditConsumption consumption;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Clock clock;

    private final Map<ServerName, ConnectorFigures> daemons = new HashMap<>();
    private AuditFigures audit;
    private ScheduledFuture<?> task;

    @PostConstruct
    void begin() {
        WorkFigures.register(registry, connectors::backlog);
        audit = new AuditFigures(registry, consumption::facts, clock);
        task = timer.scheduleWithFixedDelay(this::keepUp, 0, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        task.cancel(false);
    }

    private void keepUp() {
        try {
            update();
        } catch (RuntimeException | Error e) {
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
        audit.update(auditService.deliveries());
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
}
