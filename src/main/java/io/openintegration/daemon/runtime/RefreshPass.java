package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ApprovedChanges;
import io.openintegration.daemon.reconcile.ChangeWatch;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Brings open metadata in step with the third party. Where more than a number of changes need approval, it looks first what
 * there is to do; what is too much is left as a plan.
 */
final class RefreshPass implements Pass {

    private final RefreshMode mode;
    private final RunTrigger trigger;
    private final ConnectorSlot slot;
    private final PlanBook plans;
    private final ConnectorJournal journal;
    private final Comparisons comparisons;
    private final MonotonicClock clock;

    RefreshPass(
            RefreshMode mode,
            RunTrigger trigger,
            ConnectorSlot slot,
            DaemonEnvironment environment,
            Comparisons comparisons) {
        this.mode = mode;
        this.trigger = trigger;
        this.slot = slot;
        this.plans = PlanBook.of(slot, environment);
        this.comparisons = comparisons;
        this.clock = environment.timing().monotonic();
        this.journal = new ConnectorJournal(slot.daemon(), slot.name(), environment.auditLog());
    }

    @Override
    public RunTrigger trigger() {
        return trigger;
    }

    @Override
    public Result go(ConnectorLife life, ActiveRun run) {
        Duration begun = clock.now();
        HostingPolicy hosting = slot.configuration().hosting();
        OptionalInt most = hosting.approval().changesAbove();
        if (most.isPresent()) {
            // it describes twice, and what the connector has heard of, it may tell but once
            RefreshMode whole =
                    comparisons.due(mode == RefreshMode.CHANGES ? RefreshMode.SCHEDULED : mode, hosting.comparison());
            return new Result(withApproval(life, run, whole, most.getAsInt(), begun), Extent.ALL);
        }
        RefreshMode enough = comparisons.due(life.enough(mode), hosting.comparison());
        ReconcileReport report = refresh(life, run, enough, plans.forUndo(run));
        compared(run, enough, begun);
        return new Result(report, Extent.of(enough));
    }

    private void compared(ActiveRun run, RefreshMode made, Duration begun) {
        if (!run.isCancelled()) {
            comparisons.made(made, begun);
        }
    }

    private static ReconcileReport refresh(ConnectorLife life, ActiveRun run, RefreshMode mode, ChangeWatch watch) {
        return life.refresh(mode, run, reconciler -> reconciler.begin(mode, run.origin(), watch))
                .report();
    }

    private ReconcileReport withApproval(
            ConnectorLife life, ActiveRun run, RefreshMode whole, int most, Duration begun) {
        PlanId id = new PlanId(UUID.randomUUID());
        PlanBook.Look look = plans.look(life, run, id, whole);
        if (run.isCancelled()) {
            plans.forgetChanges(id);
            return ReconcileReport.NOTHING;
        }
        plans.forgetWaiting();
        if (look.count().written() > most) {
            return wait(run, id, whole, look, most);
        }
        ReconcileReport report = look.report();
        if (look.withoutEffect()) {
            life.caughtUp();
        } else {
            report = refresh(life, run, whole, new ApprovedChanges(plans.changes(id), plans.forUndo(run)));
        }
        plans.forgetChanges(id);
        compared(run, whole, begun);
        return report;
    }

    private ReconcileReport wait(ActiveRun run, PlanId id, RefreshMode whole, PlanBook.Look look, int most) {
        plans.keep(Plan.requested(
                        id,
                        slot.name(),
                        PlanOrigin.APPROVAL,
                        whole,
                        SlotDigest.of(slot),
                        run.begun().requestedBy(),
                        run.begun().begin())
                .madeBy(run.id())
                .made(PlanState.AWAITS_APPROVAL, look.report(), look.count()));
        Message why = journal.approvalNeeded(look.count().written(), most, id);
        List<Message> problems = new ArrayList<>(List.of(why));
        problems.addAll(look.report().problems());
        return new ReconcileReport(
                0,
                0,
                0,
                0,
                0,
                0,
                problems.stream().limit(ReconcileReport.PROBLEMS_KEPT).toList(),
                look.report().problemCount() + 1);
    }
}
