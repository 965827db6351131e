package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.reconcile.ChangeWatch;
import io.openintegration.daemon.reconcile.NotedChanges;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.UndoRun;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.util.Optional;

/**
 * Undoes runs of one connector, or finds out what that would do. The connector itself is not called: it may have failed, or be
 * stopped. Called on the threads of its {@link OperationLane}.
 */
final class UndoWork {

    private final PresentState present;
    private final DaemonEnvironment environment;
    private final ConnectorJournal journal;
    private final RunKeeper runs;
    private final CallWatch watch;
    private final PlanBook plans;

    private interface Work {
        ReconcileReport with(Reconciler reconciler, ActiveRun active, Pulse pulse);
    }

    UndoWork(
            PresentState present,
            DaemonEnvironment environment,
            ConnectorJournal journal,
            RunKeeper runs,
            CallWatch watch) {
        this.present = present;
        this.environment = environment;
        this.journal = journal;
        this.runs = runs;
        this.watch = watch;
        this.plans = PlanBook.of(present.slot(), environment);
    }

    void undo(Operation operation, RunId undone) {
        carryOut(operation, RunTrigger.UNDO, (reconciler, active, pulse) -> {
            ChangeWatch noted = NotedChanges.all(plans.changes(active.id()));
            ReconcileReport report =
                    follow(active, pulse, reconciler.undo(undone.toString(), plans.changes(undone), noted));
            journal.undone(undone, report);
            return report;
        });
    }

    void plan(Operation operation, PlanId id) {
        carryOut(operation, RunTrigger.PLAN, (reconciler, active, pulse) -> {
            Plan plan = plans.find(id).orElseThrow().madeBy(active.id());
            RunId undone = plan.undoes().orElseThrow();
            plans.keep(plan);
            return plans.planned(id, (scratch, noted) -> {
                ReconcileReport report = follow(
                        active, pulse, reconciler.planUndo(undone.toString(), plans.changes(undone), scratch, noted));
                plans.keep(plan.made(PlanState.READY, report, noted.count()));
                journal.planMade(id, noted.count().written());
                return report;
            });
        });
    }

    private static ReconcileReport follow(ActiveRun active, Pulse pulse, UndoRun undo) {
        active.follow(undo::report);
        pulse.follow(undo::progress);
        return undo.carryOut();
    }

    private void carryOut(Operation operation, RunTrigger trigger, Work work) {
        ActiveRun active = runs.begin(trigger, operation.requestedBy());
        operation.led(active.id());
        Pulse pulse = new Pulse();
        WatchedCall call = begin(pulse);
        try {
            Reconciler reconciler = CatalogueAccess.open(present.slot(), environment)
                    .reconciler(
                            () -> mustGoOn(active),
                            present.slot().configuration().hosting().removal(),
                            Runnable::run);
            ReconcileReport report = work.with(reconciler, active, pulse);
            runs.end(active, RunOutcome.ofEnd(report), report, Optional.empty());
        } catch (Throwable e) {
            if (active.isCancelled()) {
                runs.end(active, RunOutcome.CANCELLED, active.soFar(), Optional.empty());
            } else if (call.isGoingOn()) {
                Failure failure = Failures.of(journal.connector(), trigger.name(), e);
                journal.planOrUndoFailed(trigger, failure, e);
                runs.end(active, RunOutcome.FAILED, active.soFar(), Optional.of(failure));
            }
        } finally {
            watch.end(call);
            present.change(call.generation(), state -> state.stuck(Optional.empty()));
        }
    }

    /** It is looked after as a refresh is, since it keeps the connector's next operation waiting as long. */
    private WatchedCall begin(Pulse pulse) {
        OperationDeadlines deadlines = present.slot().configuration().hosting().deadlines();
        CallLimits limits =
                CallLimits.of(Step.UNDO, deadlines, environment.timing().stuckAfter());
        return watch.begin(Step.UNDO, present.state().generation(), limits, pulse);
    }

    private void mustGoOn(ActiveRun active) {
        if (active.hasEnded() || active.isCancelled() || !environment.lease().isHeld()) {
            throw new LifeOverException(RuntimeMessage.REFRESH_OVER.with(active.id(), journal.connector()));
        }
    }
}
