package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps account of the refreshes of one connector. A history that cannot be written is told of, and keeps no connector from its
 * work; it gets to know of ends later.
 */
final class RunKeeper {

    private final ServerName daemon;
    private final RunHistory history;
    private final ConnectorJournal journal;
    private final OwedEnds owed;
    private final Clock clock;
    private final AtomicReference<ActiveRun> present = new AtomicReference<>();

    RunKeeper(ServerName daemon, RunHistory history, OwedEnds owed, ConnectorJournal journal, Clock clock) {
        this.daemon = daemon;
        this.history = history;
        this.owed = owed;
        this.journal = journal;
        this.clock = clock;
    }

    ActiveRun begin(RunTrigger trigger, Optional<UserId> requestedBy) {
        ActiveRun run = new ActiveRun(RunReport.begun(
                new RunId(UUID.randomUUID()), journal.connector(), trigger, requestedBy, clock.instant()));
        present.set(run);
        keep(() -> history.begun(daemon, run.begun()));
        return run;
    }

    /** Ends a run. A run that has ended stays as it is. */
    void end(ActiveRun run, RunOutcome how, ReconcileReport report, Optional<Failure> why) {
        if (!run.end()) {
            return;
        }
        present.compareAndSet(run, null);
        RunReport ended = run.begun().ended(how, report, why, clock.instant());
        if (!keep(() -> history.ended(daemon, ended))) {
            owed.add(ended);
        }
    }

    /** Ends what goes on, if anything does, for no fault of its own. */
    void endPresent(RunOutcome how) {
        present().ifPresent(run -> end(run, how, run.soFar(), Optional.empty()));
    }

    Optional<ActiveRun> present() {
        return Optional.ofNullable(present.get());
    }

    /** What goes on, with its progress. */
    Optional<RunReport> report() {
        return present().map(run -> run.begun().withProgress(run.soFar()));
    }

    private boolean keep(Runnable note) {
        try {
            note.run();
            return true;
        } catch (RuntimeException e) {
            journal.runNotKept(e);
            return false;
        }
    }
}
