package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunId;
import java.util.function.Consumer;

/** What is done for one connector besides its lives and refreshes: plans, applying them, undoing runs. All methods return at once. */
@SuppressWarnings("FutureReturnValueIgnored") // an operation ends whatever becomes of it: futures only tell of it
final class ConnectorPlans {

    private final ConnectorOperations operations;
    private final ConnectorWork work;
    private final UndoWork undo;
    private final PlanBook plans;
    private final ConnectorJournal journal;

    ConnectorPlans(
            ConnectorOperations operations,
            ConnectorWork work,
            UndoWork undo,
            PlanBook plans,
            ConnectorJournal journal) {
        this.operations = operations;
        this.work = work;
        this.undo = undo;
        this.plans = plans;
        this.journal = journal;
    }

    Errand plan(PlanId id, UserId by) {
        return withPlan(id, by, operation -> work.refresh(operation, new PlanPass(id, plans, journal)));
    }

    Errand apply(PlanId id, UserId by) {
        return withPlan(id, by, operation -> work.refresh(operation, new ApplyPass(id, plans, journal)));
    }

    Errand planUndo(PlanId id, UserId by) {
        return withPlan(id, by, operation -> undo.plan(operation, id));
    }

    Errand undo(RunId run, UserId by) {
        return operations.apart(by, operation -> undo.undo(operation, run));
    }

    /** However it ends: nobody works on the plan any more. */
    private Errand withPlan(PlanId id, UserId by, Consumer<Operation> what) {
        Errand errand = operations.apart(by, what);
        errand.done().thenRun(() -> operations.aside(() -> close(id)));
        return errand;
    }

    private void close(PlanId id) {
        try {
            plans.endOpen(id, PlanState.FAILED);
        } catch (RuntimeException e) {
            journal.planNotKept(id, e);
        }
    }
}
