package io.openintegration.daemon.platform;

import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.runtime.run.RunHistory;
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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Keeps the history of refreshes, and plans, small: old ones leave once a day. */
@Singleton
@Startup
@DependsOn("AuditService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RunUpkeep {

    private static final long DAY = TimeUnit.DAYS.toMinutes(1);

    @Resource
    private ManagedScheduledExecutorService timer;

    @EJB
    private AuditService auditService;

    // looked up when needed: it cannot be made where the database is away
    @Inject
    private Instance<RunHistory> history;

    @Inject
    private Instance<Plans> plans;

    @Inject
    private PlatformSettings settings;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> task;

    @PostConstruct
    void begin() {
        RunPurge purge = new RunPurge(history::get, settings::runRetention, auditService.platformLog(), clock);
        PlanPurge planPurge = new PlanPurge(plans::get, settings::runRetention, auditService.platformLog(), clock);
        // not at the start, which has enough to do, but soon: a platform that is restarted every day purges, too
        task = timer.scheduleWithFixedDelay(() -> purge(purge, planPurge), 5, DAY, TimeUnit.MINUTES);
    }

    private static void purge(RunPurge runs, PlanPurge plans) {
        runs.run();
        plans.run();
    }

    @PreDestroy
    void end() {
        task.cancel(false);
    }
}
