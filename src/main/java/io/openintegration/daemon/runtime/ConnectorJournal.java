package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the life of one connector to the audit log. */
final class ConnectorJournal {

    /** Of many problems the first are logged one by one; their number is told. */
    private static final int PROBLEMS_LOGGED = 10;

    private static final int FRAMES_LOGGED = 8;

    private final ServerName daemon;
    private final ConnectorName connector;
    private final AuditLog auditLog;

    ConnectorJournal(ServerName daemon, ConnectorName connector, AuditLog auditLog) {
        this.daemon = daemon;
        this.connector = connector;
        this.auditLog = auditLog;
    }

    ConnectorName connector() {
        return connector;
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

    void stuck(WatchedCall call, Duration silence) {
        auditLog.log(
                call.step().method,
                RuntimeMessage.STUCK.with(
                        connector, daemon, call.step().method, silence.toSeconds(), whereabouts(call)));
    }

    void aliveAgain(WatchedCall call) {
        auditLog.log(call.step().method, RuntimeMessage.ALIVE_AGAIN.with(connector, daemon, call.step().method));
    }

    void givenUp(WatchedCall call, Failure failure) {
        auditLog.log(
                call.step().method,
                RuntimeMessage.GIVEN_UP.with(
                        connector, daemon, call.step().method, failure.message(), whereabouts(call)));
    }

    void cancelled(RunId run) {
        auditLog.log("cancel", RuntimeMessage.REFRESH_CANCELLED.with(run, connector, daemon));
    }

    void runNotKept(RuntimeException cause) {
        auditLog.log("refresh", RuntimeMessage.RUN_NOT_KEPT.with(connector, daemon, Failures.wordingOf(cause)), cause);
    }

    Message approvalNeeded(long changes, int most, PlanId plan) {
        Message message = RuntimeMessage.APPROVAL_NEEDED.with(connector, daemon, changes, most, plan);
        auditLog.log("refresh", message);
        return message;
    }

    void planMade(PlanId plan, long changes) {
        auditLog.log("plan", RuntimeMessage.PLAN_MADE.with(plan, connector, daemon, changes));
    }

    Message planRefused(PlanId plan, long differing, PlanId second) {
        Message message = RuntimeMessage.PLAN_REFUSED.with(plan, connector, daemon, differing, second);
        auditLog.log("apply", message);
        return message;
    }

    void planNotKept(PlanId plan, RuntimeException cause) {
        auditLog.log(
                "plan", RuntimeMessage.PLAN_NOT_KEPT.with(plan, connector, daemon, Failures.wordingOf(cause)), cause);
    }

    void undone(RunId run, ReconcileReport report) {
        auditLog.log(
                "undo",
                RuntimeMessage.UNDONE.with(
                        run,
                        connector,
                        daemon,
                        report.removed(),
                        report.updated(),
                        report.restored(),
                        report.problemCount()));
    }

    void planOrUndoFailed(RunTrigger trigger, Failure failure, Throwable cause) {
        auditLog.log(
                trigger.name().toLowerCase(Locale.ROOT),
                RuntimeMessage.PLAN_OR_UNDO_FAILED.with(
                        trigger, connector, daemon, cause.getClass().getName(), failure.message()),
                cause);
    }

    void willRetry(int attempt, Duration delay, Failure failure) {
        auditLog.log(
                "supervise",
                RuntimeMessage.RETRY_PLANNED.with(
                        connector, daemon, failure.origin(), attempt, Math.max(1, delay.toSeconds())));
    }

    void noMoreRetries(int attempts, Failure failure) {
        auditLog.log("supervise", RuntimeMessage.RETRIES_EXHAUSTED.with(connector, daemon, failure.origin(), attempts));
    }

    void retriesHeld(int openCalls) {
        auditLog.log("supervise", RuntimeMessage.RETRIES_HELD.with(connector, daemon, openCalls));
    }

    void retrying(int attempt) {
        auditLog.log("supervise", RuntimeMessage.RETRYING.with(connector, daemon, attempt));
    }

    void recovered(int attempts) {
        auditLog.log("supervise", RuntimeMessage.RECOVERED.with(connector, daemon, attempts));
    }

    void windowClosed() {
        auditLog.log("schedule", RuntimeMessage.WINDOW_CLOSED.with(connector, daemon));
    }

    void windowOpened() {
        auditLog.log("schedule", RuntimeMessage.WINDOW_OPENED.with(connector, daemon));
    }

    void stopping() {
        auditLog.log("disconnect", RuntimeMessage.CONNECTOR_STOPPING.with(connector));
    }

    void disconnectFailed(Throwable cause) {
        auditLog.log(
                "disconnect",
                RuntimeMessage.DISCONNECT_FAILED.with(
                        connector, cause.getClass().getName(), Failures.wordingOf(cause)),
                cause);
    }

    void stopped(IntegrationService service) {
        auditLog.log("disconnect", RuntimeMessage.CONNECTOR_STOPPED.with(connector, service.fullName()));
    }

    void ledgerKept(RuntimeException cause) {
        auditLog.log(
                "remove",
                RuntimeMessage.LEDGER_KEPT.with(
                        connector, daemon, cause.getClass().getName(), Failures.wordingOf(cause)),
                cause);
    }

    /** The innermost frames: enough to tell who waits for what. */
    private static String whereabouts(WatchedCall call) {
        return call.stack().stream().limit(FRAMES_LOGGED).collect(Collectors.joining(" < "));
    }
}
