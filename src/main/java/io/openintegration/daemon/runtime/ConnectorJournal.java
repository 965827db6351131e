package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Duration;

/** Writes the life of one connector to the audit log. */
final class ConnectorJournal {

    /** Of many problems the first are logged one by one; their number is told. */
    private static final int PROBLEMS_LOGGED = 10;

    private final ServerName daemon;
    private final ConnectorName connector;
    private final AuditLog auditLog;

    ConnectorJournal(ServerName daemon, ConnectorName connector, AuditLog auditLog) {
        this.daemon = daemon;
        this.connector = connector;
        this.auditLog = auditLog;
    }

    void initializing(ConnectorSlot slot) {
        auditLog.log(
                "initialize",
                RuntimeMessage.CONNECTOR_INITIALIZING.with(
                        connector,
                        slot.service().fullName(),
                        daemon,
                        slot.configuration().permittedSynchronization()));
    }

    void creationFailed(Failure failure, Throwable cause) {
        auditLog.log(
                "create",
                RuntimeMessage.CREATION_FAILED.with(
                        connector, "create", cause.getClass().getName(), failure.message()),
                cause);
    }

    void methodThrew(String method, Failure failure, Throwable cause) {
        auditLog.log(
                method,
                RuntimeMessage.METHOD_THREW.with(
                        connector, method, cause.getClass().getName(), failure.message()),
                cause);
    }

    void cutShort(String method) {
        auditLog.log(method, RuntimeMessage.CUT_SHORT.with(connector, daemon, method));
    }

    void refreshing(boolean first) {
        RuntimeMessage message = first ? RuntimeMessage.FIRST_REFRESH : RuntimeMessage.ANOTHER_REFRESH;
        auditLog.log("refresh", message.with(connector, daemon));
    }

    void refreshed(ReconcileReport report, Duration took) {
        auditLog.log(
                "refresh",
                RuntimeMessage.REFRESH_COMPLETE.with(
                        connector,
                        daemon,
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
                            connector,
                            daemon,
                            report.problemCount(),
                            report.problems().get(0)));
        }
    }

    void engaged() {
        auditLog.log("engage", RuntimeMessage.THREAD_STARTED.with(connector, daemon));
    }

    void engageReturned() {
        auditLog.log("engage", RuntimeMessage.ENGAGE_RETURNED.with(connector, daemon));
    }

    void threadEnding() {
        auditLog.log("engage", RuntimeMessage.THREAD_ENDING.with(connector, daemon));
    }

    void abandoned(Duration grace) {
        auditLog.log("abandon", RuntimeMessage.CALL_ABANDONED.with(connector, daemon, grace.toSeconds()));
    }

    void stopping() {
        auditLog.log("disconnect", RuntimeMessage.CONNECTOR_STOPPING.with(connector));
    }

    void disconnectFailed(Throwable cause) {
        auditLog.log(
                "disconnect",
                RuntimeMessage.DISCONNECT_FAILED.with(
                        connector, cause.getClass().getName(), Failure.wordingOf(cause)),
                cause);
    }

    void stopped(IntegrationService service) {
        auditLog.log("disconnect", RuntimeMessage.CONNECTOR_STOPPED.with(connector, service.fullName()));
    }

    void ledgerKept(RuntimeException cause) {
        auditLog.log(
                "remove",
                RuntimeMessage.LEDGER_KEPT.with(
                        connector, daemon, cause.getClass().getName(), Failure.wordingOf(cause)),
                cause);
    }
}
