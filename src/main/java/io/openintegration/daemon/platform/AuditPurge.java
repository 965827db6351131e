package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditMessage;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Removes what the audit trail need not keep any longer, in small batches and not too much at once: what is left waits for
 * the next run. Servers take turns, batch by batch, so that none has a run to itself. One thread at a time.
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
        Queue<Turn> turns = new ArrayDeque<>();
        for (String server : trail.servers()) {
            retentions
                    .apply(server)
                    .map(kept -> clock.instant().minus(kept).truncatedTo(ChronoUnit.MILLIS))
                    .ifPresent(before -> turns.add(new Turn(server, before, 0)));
        }
        try {
            for (int batches = 0; batches < MOST_BATCHES && !turns.isEmpty() && !stopping; batches++) {
                Turn turn = turns.element(); // in the queue until its batch is done: reported also where that fails
                int count = trail.remove(turn.server(), turn.before(), BATCH);
                turns.remove();
                Turn next = new Turn(turn.server(), turn.before(), turn.removed() + count);
                if (count == BATCH) {
                    turns.add(next);
                } else {
                    report(next);
                }
            }
        } finally {
            turns.forEach(this::report);
        }
    }

    private void report(Turn turn) {
        if (turn.removed() > 0) {
            log.log(ACTION, AuditMessage.TRAIL_PURGED.with(turn.removed(), turn.server(), turn.before()));
        }
    }

    /** What one server has had of a run. */
    private record Turn(String server, Instant before, int removed) {}
}
