package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.run.RunId;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator asks of a daemon by way of a node that does not run it.
 *
 * @param selection the connectors that it is about; for {@link Kind#APPLY} those to be brought in line
 * @param target of {@link Kind#TARGET}, else empty
 * @param run of {@link Kind#CANCEL}, else empty
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
        /** To go over to the configuration document as it is now. */
        APPLY;

        /** What a receipt calls it; empty for what there is no receipt for. */
        Optional<RequestReceipt.Kind> onReceipts() {
            return switch (this) {
                case RESTART -> Optional.of(RequestReceipt.Kind.RESTART);
                case REFRESH -> Optional.of(RequestReceipt.Kind.REFRESH);
                case RELEASE -> Optional.of(RequestReceipt.Kind.RELEASE);
                case TARGET -> Optional.of(RequestReceipt.Kind.TARGET);
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

    static Command apply(ConnectorSelection selection, UserId by) {
        return of(Kind.APPLY, selection, Optional.empty(), Optional.empty(), by);
    }

    private static Command of(
            Kind kind, ConnectorSelection selection, Optional<TargetState> target, Optional<RunId> run, UserId by) {
        return new Command(new RequestId(UUID.randomUUID()), kind, selection, target, run, by);
    }
}
