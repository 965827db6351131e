package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditMessage;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Removes what the audit trail need not keep any longer, in small batches and not too much at once: what is left waits for
 * the next run. One thread at a time.
 */
final class AuditPurge implements Runnable {

    static final int BATCH = 1_000;
    static final int MOST_BATCHES = 200;

    private static final String ACTION = "purgeAuditTrail";

    private final AuditRetention trail;
    private final Function<String, Optional<Duration>> retentions;
    private final AuditLog log;
    private final Clock clock;
    private volatile boolean stopping;
    private boolean failing;

    /** @param retentions how long records of a server are kept; empty where nobody can tell now: nothing is removed */
    AuditPurge(AuditRetention trail, Function<String, Optional<Duration>> retentions, AuditLog log, Clock clock) {
        this.trail = trail;
        this.retentions = retentions;
        this.log = log;
        this.clock = clock;
    }

    /** Never throws: what fails is reported once, and tried again by the next run. */
    @Override
    public void run() {
        try {
            purge();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                log.log(ACTION, AuditMessage.PURGE_FAILED.with(e.getClass().getName()), e);
            }
        }
    }

    /** Ends a run after the batch that it is at. */
    void stop() {
        stopping = true;
    }

    private void purge() {
        int batchesLeft = MOST_BATCHES;
        for (String server : trail.servers()) {
            Optional<Duration> retention = retentions.apply(server);
            if (retention.isPresent()) {
                Instant before = clock.instant().minus(retention.get()).truncatedTo(ChronoUnit.MILLIS);
                batchesLeft -= purge(server, before, batchesLeft);
            }
        }
    }

    /** Returns how many batches it took. */
    private int purge(String server, Instant before, int mostBatches) {
        int batches = 0;
        int removed = 0;
        boolean more = true;
        while (more && batches < mostBatches && !stopping) {
            int count = trail.remove(server, before, BATCH);
            removed += count;
            batches++;
            more = count == BATCH;
        }
        if (removed > 0) {
            log.log(ACTION, AuditMessage.TRAIL_PURGED.with(removed, server, before));
        }
        return batches;
    }
}
