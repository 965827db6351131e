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
        try {
            task.get(grace.toMillis(), TimeUnit.MILLISECONDS);
            journal.stopped();
        } catch (ExecutionException e) {
            journal.disconnectFailed(e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            journal.disconnectFailed(e);
        } catch (InterruptedException e) {
            // a stop or another restart is waiting for this thread; the disconnect goes on beside it
            Thread.currentThread().interrupt();
        }
    }
}
