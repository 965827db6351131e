package io.openintegration.daemon.runtime;

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
    private final PlanBook plans;

    private interface Work {
        ReconcileReport with(Reconciler reconciler, ActiveRun active);
    }

    UndoWork(
            PresentState present,
            DaemonEnvironment environment,
            ConnectorJournal journal,
            RunKeeper runs,
            PlanBook plans) {
        this.present = present;
        this.environment = environment;
        this.journal = journal;
        this.runs = runs;
        this.plans = plans;
    }

    void undo(Operation operation, RunId undone) {
        carryOut(operation, RunTrigger.UNDO, (reconciler, active) -> {
            ChangeWatch noted = NotedChanges.all(plans.changes(active.id()));
            ReconcileReport report = follow(active, reconciler.undo(undone.toString(), plans.changes(undone), noted));
            journal.undone(undone, report);
            return report;
        });
    }

    void plan(Operation operation, PlanId id) {
        carryOut(operation, RunTrigger.PLAN, (reconciler, active) -> {
            Plan plan = plans.find(id).orElseThrow().madeBy(active.id());
            RunId undone = plan.undoes().orElseThrow();
            plans.keep(plan);
            return plans.planned(id, (scratch, noted) -> {
                ReconcileReport report =
                        follow(active, reconciler.planUndo(undone.toString(), plans.changes(undone), scratch, noted));
                plans.keep(plan.made(PlanState.READY, report, noted.count()));
                journal.planMade(id, noted.count().written());
                return report;
            });
        });
    }

    private static ReconcileReport follow(ActiveRun active, UndoRun undo) {
        active.follow(undo::report);
        return undo.carryOut();
    }

    private void carryOut(Operation operation, RunTrigger trigger, Work work) {
        ActiveRun active = runs.begin(trigger, operation.requestedBy());
        operation.led(active.id());
        try {
            Reconciler reconciler = CatalogueAccess.open(present.slot(), environment)
                    .reconciler(
                            () -> mustGoOn(active),
                            present.slot().configuration().hosting().removal(),
                            Runnable::run);
            ReconcileReport report = work.with(reconciler, active);
            runs.end(active, RunOutcome.ofEnd(report), report, Optional.empty());
        } catch (Throwable e) {
            if (active.isCancelled()) {
                runs.end(active, RunOutcome.CANCELLED, active.soFar(), Optional.empty());
            } else {
                Failure failure = Failures.of(journal.connector(), trigger.name(), e);
                journal.planOrUndoFailed(trigger, failure, e);
                runs.end(active, RunOutcome.FAILED, active.soFar(), Optional.of(failure));
            }
        }
    }

    private void mustGoOn(ActiveRun active) {
        if (active.hasEnded() || active.isCancelled() || !environment.lease().isHeld()) {
            throw new LifeOverException(RuntimeMessage.REFRESH_OVER.with(active.id(), journal.connector()));
        }
    }
}
