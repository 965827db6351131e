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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Keeps account of the refreshes of one connector. A history that cannot be written is told of, and keeps no connector from its
 * work; the ends that it has missed are noted when it is back, so that nothing is said to run that does not.
 */
final class RunKeeper {

    private final ServerName daemon;
    private final RunHistory history;
    private final ConnectorJournal journal;
    private final Clock clock;
    private final AtomicReference<ActiveRun> present = new AtomicReference<>();
    private final UnkeptRuns unkept = new UnkeptRuns();

    RunKeeper(ServerName daemon, RunHistory history, ConnectorJournal journal, Clock clock) {
        this.daemon = daemon;
        this.history = history;
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
        ended(run, how, report, why).ifPresent(ended -> {
            present.compareAndSet(run, null);
            if (!keep(() -> history.ended(daemon, ended))) {
                unkept.add(ended);
            }
        });
    }

    /** As {@link #end}, without waiting for the history: it knows of it after {@link #catchUp}. */
    void endNow(ActiveRun run, RunOutcome how, ReconcileReport report, Optional<Failure> why) {
        ended(run, how, report, why).ifPresent(unkept::add);
        present.compareAndSet(run, null);
    }

    private Optional<RunReport> ended(ActiveRun run, RunOutcome how, ReconcileReport report, Optional<Failure> why) {
        if (!run.end()) {
            return Optional.empty();
        }
        RunReport ended = run.begun().ended(how, report, why, clock.instant());
        keep(() -> history.told(daemon, ended));
        return Optional.of(ended);
    }

    /** Whether there are ends that the history has missed, and it is time to try again. */
    boolean hasToCatchUp(Duration now) {
        return unkept.isDue(now);
    }

    /** Notes the ends that the history has missed, if it is back; may wait for it. */
    void catchUp() {
        unkept.noteAll(run -> history.ended(daemon, run));
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

    /** What goes on, and what has ended without the history's knowing. */
    Stream<RunReport> beforeHistory() {
        return Stream.concat(unkept.list().stream(), report().stream());
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
