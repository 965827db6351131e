package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.reconcile.ReconcileReport;
import java.time.Duration;

/** Writes the life of one connector to the audit log. */
final class ConnectorJournal {

    /** Of many problems the first are logged one by one; their number is told. */
    private static final int PROBLEMS_LOGGED = 10;

    private final ConnectorSlot slot;
    private final AuditLog auditLog;

    ConnectorJournal(ConnectorSlot slot, AuditLog auditLog) {
        this.slot = slot;
        this.auditLog = auditLog;
    }

    void initializing() {
        auditLog.log(
                "initialize",
                RuntimeMessage.CONNECTOR_INITIALIZING.with(
                        slot.name(),
                        slot.service().fullName(),
                        slot.daemon(),
                        slot.configuration().permittedSynchronization()));
    }

    void creationFailed(Failure failure, Throwable cause) {
        auditLog.log(
                "create",
                RuntimeMessage.CREATION_FAILED.with(
                        slot.name(), "create", cause.getClass().getName(), failure.message()),
                cause);
    }

    void methodThrew(String method, Failure failure, Throwable cause) {
        auditLog.log(
                method,
                RuntimeMessage.METHOD_THREW.with(
                        slot.name(), method, cause.getClass().getName(), failure.message()),
                cause);
    }

    void cutShort(String method) {
        auditLog.log(method, RuntimeMessage.CUT_SHORT.with(slot.name(), slot.daemon(), method));
    }

    void refreshing(boolean first) {
        RuntimeMessage message = first ? RuntimeMessage.FIRST_REFRESH : RuntimeMessage.ANOTHER_REFRESH;
        auditLog.log("refresh", message.with(slot.name(), slot.daemon()));
    }

    void refreshed(ReconcileReport report, Duration took) {
        auditLog.log(
                "refresh",
                RuntimeMessage.REFRESH_COMPLETE.with(
                        slot.name(),
                        slot.daemon(),
                        took.toMillis(),
                        report.created() + report.restored(),
                        report.updated(),
                        report.removed(),
                        report.unchanged()));
        if (report.problemCount() > 0) {
            report.problems().stream().limit(PROBLEMS_LOGGED).forEach(problem -> auditLog.log("refresh", problem));
            auditLog.log(
                    "refresh",
                    RuntimeMessage.REFRESH_INCOMPLETE.with(
                            slot.name(),
                            slot.daemon(),
                            report.problemCount(),
                            report.problems().get(0)));
        }
    }

    void engaged() {
        auditLog.log("engage", RuntimeMessage.THREAD_STARTED.with(slot.name(), slot.daemon()));
    }

    void engageReturned() {
        auditLog.log("engage", RuntimeMessage.ENGAGE_RETURNED.with(slot.name(), slot.daemon()));
    }

    void threadEnding() {
        auditLog.log("engage", RuntimeMessage.THREAD_ENDING.with(slot.name(), slot.daemon()));
    }

    void abandoned(Duration grace) {
        auditLog.log("abandon", RuntimeMessage.CALL_ABANDONED.with(slot.name(), slot.daemon(), grace.toSeconds()));
    }

    void stopping() {
        auditLog.log("disconnect", RuntimeMessage.CONNECTOR_STOPPING.with(slot.name()));
    }

    void disconnectFailed(Throwable cause) {
        auditLog.log(
                "disconnect",
                RuntimeMessage.DISCONNECT_FAILED.with(
                        slot.name(), cause.getClass().getName(), Failure.wordingOf(cause)),
                cause);
    }

    void stopped() {
        auditLog.log(
                "disconnect",
                RuntimeMessage.CONNECTOR_STOPPED.with(
                        slot.name(), slot.service().fullName()));
    }
}
