package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator asks of a daemon by way of a node that does not run it.
 *
 * @param selection the connectors that it is about; for {@link Kind#APPLY} those to be brought in line
 * @param target of {@link Kind#TARGET}, else empty
 * @param run the run or plan that it is about, where it is about one
 */
public record Command(
        RequestId id,
        Kind kind,
        ConnectorSelection selection,
        Optional<TargetState> target,
        Optional<RunId> run,
        UserId requestedBy) {

    /** What is asked for. */
    public enum Kind {
        RESTART,
        REFRESH,
        /** A refresh that removes what was held back. */
        RELEASE,
        /** Another target state. */
        TARGET,
        /** The early end of a refresh. */
        CANCEL,
        /** What a refresh would do; the plan's id stands in {@code run}. */
        PLAN,
        /** To do what a plan says, whose id stands in {@code run}. */
        APPLY_PLAN,
        /** To take back what a run did. */
        UNDO,
        /** What that would do; the command's id is that of the plan. */
        PLAN_UNDO,
        /** To go over to the configuration document as it is now. */
        APPLY;

        /** What a receipt calls it; empty for what there is no receipt for. */
        Optional<RequestReceipt.Kind> onReceipts() {
            return switch (this) {
                case RESTART -> Optional.of(RequestReceipt.Kind.RESTART);
                case REFRESH -> Optional.of(RequestReceipt.Kind.REFRESH);
                case RELEASE -> Optional.of(RequestReceipt.Kind.RELEASE);
                case TARGET -> Optional.of(RequestReceipt.Kind.TARGET);
                case PLAN, PLAN_UNDO -> Optional.of(RequestReceipt.Kind.PLAN);
                case APPLY_PLAN -> Optional.of(RequestReceipt.Kind.APPLY);
                case UNDO -> Optional.of(RequestReceipt.Kind.UNDO);
                case CANCEL, APPLY -> Optional.empty();
            };
        }
    }

    static Command restart(ConnectorSelection selection, UserId by) {
        return of(Kind.RESTART, selection, Optional.empty(), Optional.empty(), by);
    }

    static Command refresh(ConnectorSelection selection, UserId by) {
        return of(Kind.REFRESH, selection, Optional.empty(), Optional.empty(), by);
    }

    static Command release(ConnectorSelection selection, UserId by) {
        return of(Kind.RELEASE, selection, Optional.empty(), Optional.empty(), by);
    }

    static Command target(ConnectorSelection selection, TargetState target, UserId by) {
        return of(Kind.TARGET, selection, Optional.of(target), Optional.empty(), by);
    }

    static Command cancel(RunId run, UserId by) {
        return of(Kind.CANCEL, ConnectorSelection.ALL, Optional.empty(), Optional.of(run), by);
    }

    static Command plan(PlanId plan, ConnectorName connector, UserId by) {
        return of(
                Kind.PLAN,
                ConnectorSelection.of(connector),
                Optional.empty(),
                Optional.of(new RunId(plan.value())),
                by);
    }

    static Command applyPlan(PlanId plan, UserId by) {
        return of(Kind.APPLY_PLAN, ConnectorSelection.ALL, Optional.empty(), Optional.of(new RunId(plan.value())), by);
    }

    static Command undo(RunId run, UserId by) {
        return of(Kind.UNDO, ConnectorSelection.ALL, Optional.empty(), Optional.of(run), by);
    }

    static Command planUndo(PlanId plan, RunId run, UserId by) {
        return new Command(
                new RequestId(plan.value()),
                Kind.PLAN_UNDO,
                ConnectorSelection.ALL,
                Optional.empty(),
                Optional.of(run),
                by);
    }

    static Command apply(ConnectorSelection selection, UserId by) {
        return of(Kind.APPLY, selection, Optional.empty(), Optional.empty(), by);
    }

    private static Command of(
            Kind kind, ConnectorSelection selection, Optional<TargetState> target, Optional<RunId> run, UserId by) {
        return new Command(new RequestId(UUID.randomUUID()), kind, selection, target, run, by);
    }
}
