package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditRetention;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does now and then what keeps the audit log small: old records leave the trail, quiet destinations are closed. */
@Singleton
@Startup
@DependsOn("AuditService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditUpkeep {

    private static final Logger LOG = System.getLogger(AuditUpkeep.class.getName());

    @Resource
    private ManagedScheduledExecutorService timer;

    @EJB
    private AuditService auditService;

    @Inject
    private AuditRetention trail;

    @Inject
    private PlatformSettings settings;

    @Inject
    private Clock clock;

    private AuditPurge purge;
    private List<ScheduledFuture<?>> tasks;

    @PostConstruct
    void begin() {
        purge = new AuditPurge(trail, this::retention, auditService.platformLog(), clock);
        tasks = List.of(
                timer.scheduleWithFixedDelay(this::closeIdle, 30, 30, TimeUnit.SECONDS),
                timer.scheduleWithFixedDelay(purge, 1, 60, TimeUnit.MINUTES));
    }

    @PreDestroy
    void end() {
        purge.stop();
        tasks.forEach(task -> task.cancel(false));
    }

    private Optional<Duration> retention(String server) {
        return auditService.retention(server, settings.auditRetention());
    }

    /** A task that throws is never run again. */
    private void closeIdle() {
        try {
            auditService.closeIdleDestinations();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Quiet audit destinations could not be closed; tried again in 30 seconds", e);
        }
    }
}
