package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The refreshes of a daemon that have ended while the history could not take it: it gets to know as soon as it can, else it would
 * show them as going on for as long as the daemon runs. One attempt at a time, on a thread of the pool.
 */
final class OwedEnds {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ServerName daemon;
    private final RunHistory history;
    private final WorkerPool workers;
    private final MonotonicClock time;
    private final Queue<RunReport> owed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean paying = new AtomicBoolean();
    private volatile Duration lastAttempt = Duration.ZERO;

    OwedEnds(ServerName daemon, RunHistory history, WorkerPool workers, MonotonicClock time) {
        this.daemon = daemon;
        this.history = history;
        this.workers = workers;
        this.time = time;
    }

    void add(RunReport ended) {
        owed.add(ended);
    }

    /** Called at each tick. */
    void tick() {
        Duration now = time.now();
        if (!owed.isEmpty() && now.minus(lastAttempt).compareTo(INTERVAL) >= 0 && paying.compareAndSet(false, true)) {
            lastAttempt = now;
            workers.submitControl(this::pay);
        }
    }

    private void pay() {
        try {
            for (RunReport next = owed.peek(); next != null; next = owed.peek()) {
                history.ended(daemon, next);
                owed.remove();
            }
        } catch (RuntimeException e) {
            // the audit log was told when it was not taken at first; the next attempt follows
        } finally {
            paying.set(false);
        }
    }
}
