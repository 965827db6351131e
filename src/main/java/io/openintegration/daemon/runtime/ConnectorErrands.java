package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What is done for one connector besides its lives and refreshes: plans, applying them, undoing runs. All methods return at once. */
final class ConnectorErrands {

    private final ConnectorOperations operations;
    private final ConnectorWork work;
    private final UndoErrand undo;
    private final PlanBook plans;
    private final ConnectorJournal journal;

    ConnectorErrands(
            ConnectorOperations operations,
            ConnectorWork work,
            UndoErrand undo,
            PlanBook plans,
            ConnectorJournal journal) {
        this.operations = operations;
        this.work = work;
        this.undo = undo;
        this.plans = plans;
        this.journal = journal;
    }

    CompletableFuture<Optional<RunId>> plan(PlanId id, UserId by) {
        return withPlan(id, by, operation -> work.refresh(operation, new PlanPass(id, plans, journal)));
    }

    CompletableFuture<Optional<RunId>> apply(PlanId id, UserId by) {
        return withPlan(id, by, operation -> work.refresh(operation, new ApplyPass(id, plans, journal)));
    }

    CompletableFuture<Optional<RunId>> planUndo(PlanId id, UserId by) {
        return withPlan(id, by, operation -> undo.plan(operation, id));
    }

    CompletableFuture<Optional<RunId>> undo(RunId run, UserId by) {
        return operations.errand(by, operation -> undo.undo(operation, run));
    }

    /** However the errand ends: nobody works on the plan any more. */
    private CompletableFuture<Optional<RunId>> withPlan(PlanId id, UserId by, Consumer<Operation> what) {
        CompletableFuture<Optional<RunId>> done = operations.errand(by, what);
        return done.whenComplete((run, failure) -> {
            try {
                plans.endOpen(id, PlanState.FAILED);
            } catch (RuntimeException e) {
                journal.planNotKept(id, e);
            }
        });
    }
}
