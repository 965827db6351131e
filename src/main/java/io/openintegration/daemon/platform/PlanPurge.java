package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.runtime.plan.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Removes old plans, and what would be needed to undo old runs. */
final class PlanPurge implements Runnable {

    private static final String ACTION = "purgePlans";

    private final Supplier<Plans> plans;
    private final Supplier<Duration> retention;
    private final AuditLog log;
    private final Clock clock;

    /** Both suppliers are asked at each run: neither database nor setting need be in order before. */
    PlanPurge(Supplier<Plans> plans, Supplier<Duration> retention, AuditLog log, Clock clock) {
        this.plans = plans;
        this.retention = retention;
        this.log = log;
        this.clock = clock;
    }

    /** Never throws: what fails is reported, and tried again by the next run. */
    @Override
    public void run() {
        try {
            Instant before = clock.instant().minus(retention.get()).truncatedTo(ChronoUnit.MILLIS);
            int removed = plans.get().purge(before);
            if (removed > 0) {
                log.log(ACTION, PlatformMessage.PLANS_PURGED.with(removed, before));
            }
            plans.get().purgeChangesOfRuns(before);
        } catch (RuntimeException e) {
            log.log(ACTION, PlatformMessage.PLAN_PURGE_FAILED.with(e.getClass().getName()), e);
        }
    }
}
