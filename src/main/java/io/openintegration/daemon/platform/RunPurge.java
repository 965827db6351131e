package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.runtime.run.RunHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Removes from the history what it need not keep any longer: one statement, and no more than that at a time. */
final class RunPurge implements Runnable {

    private static final String ACTION = "purgeRunHistory";

    private final Supplier<RunHistory> history;
    private final Supplier<Duration> retention;
    private final AuditLog log;
    private final Clock clock;

    /** Both suppliers are asked at each run: neither database nor setting need be in order before. */
    RunPurge(Supplier<RunHistory> history, Supplier<Duration> retention, AuditLog log, Clock clock) {
        this.history = history;
        this.retention = retention;
        this.log = log;
        this.clock = clock;
    }

    /** Never throws: what fails is reported, and tried again by the next run. */
    @Override
    public void run() {
        try {
            Instant before = clock.instant().minus(retention.get()).truncatedTo(ChronoUnit.MILLIS);
            int removed = history.get().purge(before);
            if (removed > 0) {
                log.log(ACTION, PlatformMessage.RUNS_PURGED.with(removed, before));
            }
        } catch (RuntimeException e) {
            log.log(ACTION, PlatformMessage.RUN_PURGE_FAILED.with(e.getClass().getName()), e);
        }
    }
}
