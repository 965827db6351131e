package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the life of a daemon as a whole to the audit log. */
final class DaemonJournal {

    private final ServerName daemon;
    private final AuditLog auditLog;
    private final Set<Place> announced = new HashSet<>();

    /** Where the connectors of a service have their context. */
    private record Place(IntegrationService service, MetadataServerRef metadataServer) {}

    DaemonJournal(ServerName daemon, AuditLog auditLog) {
        this.daemon = daemon;
        this.auditLog = auditLog;
    }

    void starting(ServerConfiguration configuration) {
        auditLog.log("start", RuntimeMessage.DAEMON_STARTING.with(daemon));
        if (configuration.integrationServices().isEmpty()) {
            auditLog.log("start", RuntimeMessage.NO_SERVICES.with(daemon));
        }
        services(configuration);
    }

    void started() {
        auditLog.log("start", RuntimeMessage.DAEMON_STARTED.with(daemon));
    }

    /** Tells of the services that were not there before. */
    synchronized void services(ServerConfiguration configuration) {
        Set<Place> places = new HashSet<>();
        for (IntegrationServiceConfiguration service : configuration.integrationServices()) {
            Place place = new Place(service.service(), service.metadataServer());
            places.add(place);
            if (announced.add(place)) {
                announce(service);
            }
        }
        announced.retainAll(places);
    }

    void tickFailed(Throwable cause) {
        auditLog.log(
                "tick",
                RuntimeMessage.TICK_FAILED.with(daemon, cause.getClass().getName(), Failures.wordingOf(cause)),
                cause);
    }

    void runsLost(int runs) {
        if (runs > 0) {
            auditLog.log("start", RuntimeMessage.RUNS_LOST.with(daemon, runs));
        }
    }

    void targetChanged(UserId by, ConnectorName connector, TargetState target) {
        auditLog.log("setTarget", RuntimeMessage.TARGET_CHANGED.with(by, connector, daemon, target));
    }

    void cancelRequested(UserId by, RunId run, ConnectorName connector) {
        auditLog.log("cancel", RuntimeMessage.CANCEL_REQUESTED.with(by, run, connector, daemon));
    }

    void trialAsked(UserId by, ConnectorName connector) {
        auditLog.log("tryConnection", RuntimeMessage.TRIAL_ASKED.with(by, connector, daemon));
    }

    void planRequested(UserId by, PlanId plan, ConnectorName connector) {
        auditLog.log("plan", RuntimeMessage.PLAN_REQUESTED.with(by, plan, connector, daemon));
    }

    void planApproved(UserId by, PlanId plan, ConnectorName connector) {
        auditLog.log("apply", RuntimeMessage.PLAN_APPROVED.with(by, plan, connector, daemon));
    }

    void planDeleted(UserId by, PlanId plan, ConnectorName connector) {
        auditLog.log("delete", RuntimeMessage.PLAN_DELETED.with(by, plan, connector, daemon));
    }

    void undoRequested(UserId by, RunId run, ConnectorName connector) {
        auditLog.log("undo", RuntimeMessage.UNDO_REQUESTED.with(by, run, connector, daemon));
    }

    void plansLost(int plans) {
        if (plans > 0) {
            auditLog.log("start", RuntimeMessage.PLANS_LOST.with(daemon, plans));
        }
    }

    void releaseRequested(UserId by, ConnectorName connector) {
        auditLog.log("release", RuntimeMessage.RELEASE_REQUESTED.with(by, connector, daemon));
    }

    void metadataServerIsBack(MetadataServerRef server, long victims) {
        auditLog.log("supervise", RuntimeMessage.METADATA_SERVER_BACK.with(server.server(), victims, daemon));
    }

    void stopping() {
        auditLog.log("stop", RuntimeMessage.DAEMON_STOPPING.with(daemon));
    }

    void leftBehind(List<ConnectorName> connectors) {
        auditLog.log("stop", RuntimeMessage.STOP_INCOMPLETE.with(daemon, connectors));
    }

    void stopped() {
        auditLog.log("stop", RuntimeMessage.DAEMON_STOPPED.with(daemon));
    }

    private void announce(IntegrationServiceConfiguration service) {
        Object[] place = {
            service.metadataServer().server(),
            service.metadataServer().platformUrl(),
            service.service().fullName()
        };
        auditLog.log("start", RuntimeMessage.CONTEXT_INITIALIZING.with(place));
        auditLog.log("start", RuntimeMessage.OPEN_CONTEXT_INITIALIZING.with(place));
        if (service.connectors().isEmpty()) {
            auditLog.log(
                    "start",
                    RuntimeMessage.SERVICE_WITHOUT_CONNECTORS.with(
                            service.service().fullName()));
        }
    }
}
