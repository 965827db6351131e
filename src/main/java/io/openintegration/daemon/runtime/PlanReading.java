package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.NumberedChange;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a daemon's plans, and of the changes of its runs; the same on each node. Safe from any thread. Where it cannot be
 * read, all methods throw a {@link io.openintegration.daemon.message.DaemonException}.
 */
public final class PlanReading {

    private final ServerName daemon;
    private final Chronicle chronicle;

    PlanReading(ServerName daemon, Chronicle chronicle) {
        this.daemon = daemon;
        this.chronicle = chronicle;
    }

    public Optional<Plan> find(PlanId id) {
        return chronicle.plans().find(daemon, id);
    }

    /** The plans that match, the one that was asked for last first. */
    public List<Plan> list(PlanQuery query) {
        return chronicle.plans().list(daemon, query);
    }

    /** The changes of a plan that match, in their order. */
    public List<NumberedChange> changes(Plan plan, ChangeQuery query) {
        return chronicle
                .changes()
                .list(daemon, plan.connector().value(), plan.id().value())
                .read(query);
    }

    /** What a run changed, apart from what it made; of an undo, all that it did, and left. */
    public List<NumberedChange> changes(RunReport run, ChangeQuery query) {
        return chronicle
                .changes()
                .list(daemon, run.connector().value(), run.id().value())
                .read(query);
    }

    /** Changes of one plan that the other does not have, or not so. */
    public List<ItemChange> notIn(PlanId one, PlanId other, int limit) {
        return chronicle.changes().notIn(one.value(), other.value(), limit);
    }
}
