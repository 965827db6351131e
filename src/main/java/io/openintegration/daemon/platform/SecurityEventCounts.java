package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.SecurityEvents;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has the counts of repeated security events reported, also when no further event comes. */
@Singleton
@Startup
@DependsOn("AuditService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SecurityEventCounts {

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private SecurityEvents events;

    private ScheduledFuture<?> ticks;

    @PostConstruct
    void begin() {
        // flush cannot throw, which would end the ticks
        ticks = timer.scheduleWithFixedDelay(events::flush, 10, 10, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        ticks.cancel(false);
    }
}
