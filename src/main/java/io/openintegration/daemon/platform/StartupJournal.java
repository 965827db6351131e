package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.util.List;

/** What the platform's audit log is told of its start. */
final class StartupJournal {

    /** Stands for what concerns no single server. */
    static final ServerName PLATFORM = new ServerName(AuditService.PLATFORM);

    private static final String ACTION = "start";

    private final AuditLog auditLog;

    StartupJournal(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /** What the server's own audit log does not have: there is one only once it is launched. */
    void failed(ServerName server, RuntimeException failure) {
        Message startFailed =
                PlatformMessage.START_FAILED.with(failure.getClass().getName(), "server", server, failure.getMessage());
        if (failure instanceof ConfigurationException configuration) {
            configuration.problems().forEach(problem -> auditLog.log(ACTION, problem));
            auditLog.log(ACTION, startFailed);
        } else if (server.equals(PLATFORM) && failure instanceof DaemonException explained) {
            auditLog.log(ACTION, explained.reason());
        } else if (!(failure instanceof DaemonException)) {
            auditLog.log(ACTION, startFailed, failure);
        }
    }

    void waiting(List<ServerName> servers) {
        auditLog.log(ACTION, PlatformMessage.START_WAITS.with(servers));
    }

    void startedAfterOutage(ServerName server) {
        auditLog.log(ACTION, PlatformMessage.STARTED_AFTER_OUTAGE.with(server));
    }

    void notTried(Throwable unexpected) {
        auditLog.log(
                ACTION,
                PlatformMessage.START_NOT_TRIED.with(unexpected.getClass().getName()),
                unexpected);
    }
}
