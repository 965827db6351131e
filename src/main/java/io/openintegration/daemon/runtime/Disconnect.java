package io.openintegration.daemon.runtime;

import java.time.Duration;
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

    void end(ConnectorLife life) {
        if (!life.end()) {
            return;
        }
        journal.stopping();
        FutureTask<Void> task = new FutureTask<>(life::disconnect, null);
        workers.submitControl(task);
        boolean interrupted = false;
        while (!hasEnded(task, life)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the grace period. An interrupt only begins it anew: it was meant for the call that ended before, or tells
     * of a restart or stop, and the next life must not begin beside this disconnect either.
     */
    private boolean hasEnded(FutureTask<Void> task, ConnectorLife life) {
        try {
            task.get(grace.toMillis(), TimeUnit.MILLISECONDS);
            journal.stopped(life.service());
        } catch (ExecutionException e) {
            journal.disconnectFailed(e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            journal.disconnectFailed(e);
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }
}
