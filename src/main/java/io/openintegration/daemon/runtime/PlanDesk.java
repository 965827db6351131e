package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Instant;
import java.util.Optional;

/** Decides which plans and undos can be had, and notes what was decided. Does nothing for connectors itself. */
final class PlanDesk {

    private final ServerName daemon;
    private final Chronicle chronicle;
    private final DaemonJournal journal;

    PlanDesk(ServerName daemon, Chronicle chronicle, DaemonJournal journal) {
        this.daemon = daemon;
        this.chronicle = chronicle;
        this.journal = journal;
    }

    /** A refresh is to be planned. */
    void requested(PlanId id, HostedConnector connector, UserId by, Instant at) {
        mustNotBeMade(connector);
        plans().keep(daemon, plan(id, connector, PlanOrigin.REQUEST, by, at));
        journal.planRequested(by, id, connector.name());
    }

    /** An undo is to be planned. */
    void requested(PlanId id, RunReport undone, HostedConnector connector, UserId by, Instant at) {
        mustBeUndoable(undone);
        mustNotBeMade(connector);
        plans().keep(daemon, plan(id, connector, PlanOrigin.UNDO, by, at).undoing(undone.id()));
        journal.planRequested(by, id, connector.name());
    }

    /** A plan is to be applied. */
    void approved(Plan plan, HostedConnector connector, UserId by) {
        plan.undoes().ifPresent(run -> {
            throw new RequestRefusedException(RuntimeMessage.PLAN_OF_UNDO.with(plan.id(), run));
        });
        refuseUnless(plan.state().canBeApplied(), RuntimeMessage.PLAN_NOT_READY.with(plan.id(), plan.state()));
        refuseUnless(
                plan.configuration().equals(connector.configuration()),
                RuntimeMessage.PLAN_OUTDATED.with(plan.id(), connector.name()));
        // somebody else may have been faster
        refuseUnless(
                plans().change(daemon, plan.state(), plan.decided(by)),
                RuntimeMessage.PLAN_NOT_READY.with(plan.id(), PlanState.APPLYING));
        journal.planApproved(by, plan.id(), connector.name());
    }

    /** A run is to be undone. */
    void undoing(RunReport undone, UserId by) {
        mustBeUndoable(undone);
        journal.undoRequested(by, undone.id(), undone.connector());
    }

    void delete(PlanId id, UserId by) {
        Plan plan = require(id);
        refuseUnless(!plan.state().isOpen(), RuntimeMessage.PLAN_OPEN.with(id, plan.state()));
        plans().delete(daemon, id);
        journal.planDeleted(by, id, plan.connector());
    }

    /** @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-003} where it is not known */
    Plan require(PlanId id) {
        return plans().find(daemon, id)
                .orElseThrow(() -> new RequestRefusedException(RuntimeMessage.UNKNOWN_PLAN.with(id, daemon)));
    }

    /** What is kept of plans and changes. */
    PlanReading reading() {
        return new PlanReading(daemon, chronicle);
    }

    RunHistory runs() {
        return chronicle.runs();
    }

    private void mustNotBeMade(HostedConnector connector) {
        plans().list(daemon, new PlanQuery(Optional.of(connector.name()), Optional.of(PlanState.PLANNING), 1))
                .forEach(plan -> {
                    throw new RequestRefusedException(
                            RuntimeMessage.PLAN_IS_BEING_MADE.with(connector.name(), plan.id()));
                });
    }

    private static void mustBeUndoable(RunReport run) {
        refuseUnless(run.trigger().isRefresh(), RuntimeMessage.UNDO_OF_NO_REFRESH.with(run.id(), run.trigger()));
        refuseUnless(run.outcome().hasEnded(), RuntimeMessage.UNDO_OF_RUNNING.with(run.id()));
    }

    private static void refuseUnless(boolean condition, Message otherwise) {
        if (!condition) {
            throw new RequestRefusedException(otherwise);
        }
    }

    private static Plan plan(PlanId id, HostedConnector connector, PlanOrigin origin, UserId by, Instant at) {
        return Plan.requested(
                id, connector.name(), origin, RefreshMode.REQUESTED, connector.configuration(), Optional.of(by), at);
    }

    private Plans plans() {
        return chronicle.plans();
    }
}
