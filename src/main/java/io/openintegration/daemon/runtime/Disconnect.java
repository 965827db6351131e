package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Disconnects a life of a connector, beside whatever may still hang in it, and waits no longer than the grace period. */
final class Disconnect {

    private final WorkerPool workers;
    private final Duration grace;
    private final ConnectorJournal journal;
    private final OpenCalls open;

    Disconnect(WorkerPool workers, Duration grace, ConnectorJournal journal, OpenCalls open) {
        this.workers = workers;
        this.grace = grace;
        this.journal = journal;
        this.open = open;
    }

    /** Where somebody else has begun to disconnect it, waits for that, no longer than the grace period either. */
    void end(ConnectorLife life) {
        if (!life.end()) {
            patiently(() -> life.awaitDisconnect(grace));
            return;
        }
        journal.stopping();
        DisconnectCall call = new DisconnectCall(life, open);
        workers.submitControl(call);
        patiently(() -> await(call, life));
        life.disconnected();
    }

    private void await(DisconnectCall call, ConnectorLife life) throws InterruptedException {
        try {
            call.await(grace).ifPresentOrElse(journal::disconnectFailed, () -> journal.stopped(life.service()));
        } catch (TimeoutException e) {
            call.interrupt();
            journal.disconnectFailed(e);
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
