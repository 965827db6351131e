package io.openintegration.daemon.runtime.plan;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ChangeCount;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.Optional;

/**
 * What one refresh of a connector, or the undo of one, would do.
 *
 * @param mode how far it trusts the ledger
 * @param configuration stands for the configuration of the connector for which it was made; opaque
 * @param requestedBy empty where nobody asked for it
 * @param undoes of {@link PlanOrigin#UNDO}, the run that would be undone
 * @param madeBy the run that made it; empty while there is none
 * @param report what it would do, with the problems that it met
 * @param count its changes
 * @param decidedBy who applied it
 * @param appliedBy the run that applied it
 * @param replacedBy what it was compared with, if that was different
 * @param differing how many changes are not the same there, both ways
 */
public record Plan(
        PlanId id,
        ConnectorName connector,
        PlanOrigin origin,
        PlanState state,
        RefreshMode mode,
        String configuration,
        Optional<UserId> requestedBy,
        Instant requestedAt,
        Optional<RunId> undoes,
        Optional<RunId> madeBy,
        ReconcileReport report,
        ChangeCount count,
        Optional<UserId> decidedBy,
        Optional<RunId> appliedBy,
        Optional<PlanId> replacedBy,
        long differing) {

    /** One that is to be made. */
    public static Plan requested(
            PlanId id,
            ConnectorName connector,
            PlanOrigin origin,
            RefreshMode mode,
            String configuration,
            Optional<UserId> by,
            Instant at) {
        return new Plan(
                id,
                connector,
                origin,
                PlanState.PLANNING,
                mode,
                configuration,
                by,
                at,
                Optional.empty(),
                Optional.empty(),
                ReconcileReport.NOTHING,
                ChangeCount.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public Plan undoing(RunId run) {
        return new Plan(
                id,
                connector,
                origin,
                state,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                Optional.of(run),
                madeBy,
                report,
                count,
                decidedBy,
                appliedBy,
                replacedBy,
                differing);
    }

    public Plan in(PlanState next) {
        return new Plan(
                id,
                connector,
                origin,
                next,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                madeBy,
                report,
                count,
                decidedBy,
                appliedBy,
                replacedBy,
                differing);
    }

    public Plan madeBy(RunId run) {
        return new Plan(
                id,
                connector,
                origin,
                state,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                Optional.of(run),
                report,
                count,
                decidedBy,
                appliedBy,
                replacedBy,
                differing);
    }

    /** It is made. */
    public Plan made(PlanState next, ReconcileReport found, ChangeCount changes) {
        return new Plan(
                id,
                connector,
                origin,
                next,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                madeBy,
                found,
                changes,
                decidedBy,
                appliedBy,
                replacedBy,
                differing);
    }

    public Plan decided(UserId by) {
        return new Plan(
                id,
                connector,
                origin,
                PlanState.APPLYING,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                madeBy,
                report,
                count,
                Optional.of(by),
                appliedBy,
                replacedBy,
                differing);
    }

    public Plan appliedBy(RunId run) {
        return new Plan(
                id,
                connector,
                origin,
                state,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                madeBy,
                report,
                count,
                decidedBy,
                Optional.of(run),
                replacedBy,
                differing);
    }

    /** The same refresh would now do something else. */
    public Plan refused(PlanId instead, long differences) {
        return new Plan(
                id,
                connector,
                origin,
                PlanState.REFUSED,
                mode,
                configuration,
                requestedBy,
                requestedAt,
                undoes,
                madeBy,
                report,
                count,
                decidedBy,
                appliedBy,
                Optional.of(instead),
                differences);
    }
}
