package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Disconnects a life of a connector, beside whatever may still hang in it, and waits no longer than the grace period. */
final class Disconnect {

    private final WorkerPool workers;
    private final Duration grace;
    private final ConnectorJournal journal;

    Disconnect(WorkerPool workers, Duration grace, ConnectorJournal journal) {
        this.workers = workers;
        this.grace = grace;
        this.journal = journal;
    }

    /** Where somebody else has begun to disconnect it, waits for that, no longer than the grace period either. */
    void end(ConnectorLife life) {
        if (!life.end()) {
            patiently(() -> life.awaitDisconnect(grace));
            return;
        }
        journal.stopping();
        FutureTask<Optional<Throwable>> task = new FutureTask<>(() -> disconnect(life));
        workers.submitControl(task);
        patiently(() -> await(task, life));
        life.disconnected();
    }

    /** What it threw is handed on as it is: a future would ask it for its wording, which may fail. */
    private static Optional<Throwable> disconnect(ConnectorLife life) {
        try {
            life.disconnect();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private void await(FutureTask<Optional<Throwable>> task, ConnectorLife life) throws InterruptedException {
        try {
            task.get(grace.toMillis(), TimeUnit.MILLISECONDS)
                    .ifPresentOrElse(journal::disconnectFailed, () -> journal.stopped(life.service()));
        } catch (TimeoutException e) {
            task.cancel(true);
            journal.disconnectFailed(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a grace period. */
    private interface Wait {
        void run() throws InterruptedException;
    }

    /**
     * Waits. An interrupt only begins it anew: it was meant for the call that ended before, or tells of a restart or stop, and
     * the next life must not begin beside this disconnect either.
     */
    private static void patiently(Wait wait) {
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                wait.run();
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
