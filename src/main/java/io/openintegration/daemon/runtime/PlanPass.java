package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunTrigger;

/** Finds out what a refresh would do, and writes nothing. */
final class PlanPass implements Pass {

    private final PlanId id;
    private final PlanBook plans;
    private final ConnectorJournal journal;

    PlanPass(PlanId id, PlanBook plans, ConnectorJournal journal) {
        this.id = id;
        this.plans = plans;
        this.journal = journal;
    }

    @Override
    public RunTrigger trigger() {
        return RunTrigger.PLAN;
    }

    @Override
    public Result go(ConnectorLife life, ActiveRun run) {
        Plan plan = plans.find(id).orElseThrow().madeBy(run.id());
        plans.keep(plan);
        PlanBook.Look look = plans.look(life, run, id, plan.mode());
        if (run.isCancelled()) {
            plans.forgetChanges(id);
        } else {
            plans.keep(plan.made(PlanState.READY, look.report(), look.count()));
            journal.planMade(id, look.count().written());
        }
        return new Result(look.report(), Extent.NOTHING);
    }
}
