package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ChangeCount;
import io.openintegration.daemon.reconcile.ChangeList;
import io.openintegration.daemon.reconcile.ChangeWatch;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.reconcile.NotedChanges;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The plans of one connector, and how they are made. */
final class PlanBook {

    private final ServerName daemon;
    private final ConnectorName connector;
    private final Chronicle chronicle;
    private final Ledgers ledgers;

    /**
     * What a plan came to.
     *
     * @param withoutEffect whether neither metadata server nor ledger would keep anything of it
     */
    record Look(ReconcileReport report, ChangeCount count, boolean withoutEffect) {}

    private PlanBook(ServerName daemon, ConnectorName connector, Chronicle chronicle, Ledgers ledgers) {
        this.daemon = daemon;
        this.connector = connector;
        this.chronicle = chronicle;
        this.ledgers = ledgers;
    }

    static PlanBook of(ConnectorSlot slot, DaemonEnvironment environment) {
        return new PlanBook(slot.daemon(), slot.name(), environment.state().chronicle(), environment.ledgers());
    }

    ChangeList changes(PlanId plan) {
        return changes(plan.value());
    }

    ChangeList changes(RunId run) {
        return changes(run.value());
    }

    /** Notes for a run of a refresh what its undo has to know. */
    ChangeWatch forUndo(ActiveRun run) {
        return NotedChanges.forUndo(changes(run.id()));
    }

    /** Refreshes the connector without writing anything; what it would do is on the list of the plan. */
    Look look(ConnectorLife life, ActiveRun run, PlanId id, RefreshMode mode) {
        return planned(id, (scratch, noted) -> {
            ReconcileRun work = life.look(mode, run, reconciler -> reconciler.plan(mode, run.origin(), scratch, noted));
            return new Look(work.report(), noted.count(), work.isWithoutEffect());
        });
    }

    /** Plans something, with a ledger that is forgotten afterwards; where that fails, so are the changes. */
    <T> T planned(PlanId id, BiFunction<Ledger, NotedChanges, T> work) {
        String scratch = "plan " + id;
        boolean done = false;
        try {
            T result =
                    work.apply(ledgers.ledger(daemon, scratch, new ServerName(scratch)), NotedChanges.all(changes(id)));
            done = true;
            return result;
        } finally {
            if (!done) {
                chronicle.changes().delete(id.value());
            }
            ledgers.forget(daemon, scratch);
        }
    }

    Optional<Plan> find(PlanId id) {
        return chronicle.plans().find(daemon, id);
    }

    void keep(Plan plan) {
        chronicle.plans().keep(daemon, plan);
    }

    /** The plan is over, if somebody still works on it. */
    void endOpen(PlanId id, PlanState how) {
        find(id).filter(plan -> plan.state().isOpen())
                .ifPresent(plan -> chronicle.plans().change(daemon, plan.state(), plan.in(how)));
    }

    /** How many changes of the two are not the same in both. */
    long differing(PlanId one, PlanId other) {
        return chronicle.changes().countNotIn(one.value(), other.value())
                + chronicle.changes().countNotIn(other.value(), one.value());
    }

    void forgetChanges(PlanId id) {
        chronicle.changes().delete(id.value());
    }

    /** Another refresh has looked: what waited for approval before is out of date. */
    void forgetWaiting() {
        chronicle
                .plans()
                .list(
                        daemon,
                        new PlanQuery(
                                Optional.of(connector), Optional.of(PlanState.AWAITS_APPROVAL), Integer.MAX_VALUE))
                .forEach(plan -> chronicle.plans().delete(daemon, plan.id()));
    }

    private ChangeList changes(UUID list) {
        return chronicle.changes().list(daemon, connector.value(), list);
    }
}
