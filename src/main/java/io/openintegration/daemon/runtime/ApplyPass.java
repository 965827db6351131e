package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ApprovedChanges;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.util.List;
import java.util.UUID;

/** Makes a plan again, and applies it if that came to the same; else the second one is left in its place. */
final class ApplyPass implements Pass {

    private final PlanId id;
    private final PlanBook plans;
    private final ConnectorJournal journal;

    ApplyPass(PlanId id, PlanBook plans, ConnectorJournal journal) {
        this.id = id;
        this.plans = plans;
        this.journal = journal;
    }

    @Override
    public RunTrigger trigger() {
        return RunTrigger.APPLY;
    }

    @Override
    public Result go(ConnectorLife life, ActiveRun run) {
        Plan plan = plans.find(id).orElseThrow().appliedBy(run.id());
        plans.keep(plan);
        PlanId second = new PlanId(UUID.randomUUID());
        PlanBook.Look now = plans.look(life, run, second, plan.mode());
        if (run.isCancelled()) {
            plans.forgetChanges(second);
            plans.keep(plan.in(PlanState.READY));
            return new Result(ReconcileReport.NOTHING, Extent.NOTHING);
        }
        if (!now.count().writesTheSameAs(plan.count())) {
            return new Result(refused(plan, second, now, run), Extent.NOTHING);
        }
        plans.forgetChanges(second);
        ReconcileReport report = life.refresh(
                        plan.mode(),
                        run,
                        reconciler -> reconciler.begin(
                                plan.mode(), run.origin(), new ApprovedChanges(plans.changes(id), plans.forUndo(run))))
                .report();
        plans.keep(plan.in(run.isCancelled() ? PlanState.FAILED : PlanState.APPLIED));
        return new Result(report, Extent.of(plan.mode()));
    }

    private ReconcileReport refused(Plan plan, PlanId second, PlanBook.Look now, ActiveRun run) {
        long differing = plans.differing(id, second);
        plans.keep(Plan.requested(
                        second,
                        plan.connector(),
                        PlanOrigin.SECOND_LOOK,
                        plan.mode(),
                        plan.configuration(),
                        run.begun().requestedBy(),
                        run.begun().begin())
                .madeBy(run.id())
                .made(PlanState.READY, now.report(), now.count()));
        plans.keep(plan.refused(second, differing));
        Message why = journal.planRefused(id, differing, second);
        return new ReconcileReport(0, 0, 0, 0, 0, 0, List.of(why), 1);
    }
}
