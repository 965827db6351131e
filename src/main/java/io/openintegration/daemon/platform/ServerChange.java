package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Brings a server that is running in line with a changed configuration, and tells its audit log what that was. */
@Dependent
public class ServerChange {

    private static final String PAGE_SIZE = "maxPageSize";
    private static final String USER = "localServerUserId";
    private static final String ORGANIZATION = "organizationName";
    private static final String EVENT_TOPIC = "eventTopic";
    private static final String AUDIT_DESTINATIONS = "repositoryServicesConfig.auditLogConnections";

    @EJB
    private ConnectorRegistry connectors;

    @EJB
    private AuditService auditService;

    @Inject
    private ActiveStores stores;

    @Inject
    private EventTopics eventTopics;

    /**
     * Changes the server's connectors, and what of the server itself can be changed at once. What is read from the
     * configuration in force whenever it is needed acts as soon as the caller has replaced that.
     *
     * @param wanted of the same type
     * @param selection what of the document was applied: all, or one connector
     * @param user who asked for it
     */
    ServerApplyReport apply(
            RunningServer server, ServerConfiguration wanted, ConnectorSelection selection, UserId user) {
        ApplyReport applied = server.configuration().type() == ServerType.INTEGRATION_DAEMON
                ? connectors.apply(wanted, selection, user).orElse(ApplyReport.NOTHING)
                : ApplyReport.NOTHING;
        ServerApplyReport report =
                new ServerApplyReport(true, inForce(server, wanted), atRestart(server, wanted), applied);
        wanted.warnings().stream()
                .filter(warning -> !server.configuration().warnings().contains(warning))
                .forEach(warning -> server.auditLog().log("apply", warning));
        record(server, report, user);
        return report;
    }

    /**
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-409-030} where the document makes the server one of
     *     another type
     */
    void requireSameType(RunningServer server, ServerConfiguration document) {
        ServerType present = server.configuration().type();
        if (document.type() != present) {
            throw new ConfigurationException(PlatformMessage.OTHER_TYPE.with(
                    server.name(), document.type().displayName(), present.displayName()));
        }
    }

    /** The one place for changes of the server itself: what has to be done for them to act at once, and their names. */
    private List<String> inForce(RunningServer server, ServerConfiguration wanted) {
        List<String> fields = new ArrayList<>();
        if (wanted.maxPageSize() != server.configuration().maxPageSize()) {
            fields.add(PAGE_SIZE);
        }
        if (!wanted.serverUser().equals(server.configuration().serverUser())) {
            fields.add(USER);
        }
        if (!wanted.auditDestinations().equals(server.configuration().auditDestinations())) {
            auditService.reconfigure(server.name(), wanted.auditDestinations());
            fields.add(AUDIT_DESTINATIONS);
        }
        if (!wanted.eventTopic().equals(server.configuration().eventTopic())) {
            EmbeddedMetadataStore store = stores.require(server.name(), wanted.serverUser());
            eventTopics.publish(server.name(), wanted.eventTopic(), store.events(), server.auditLog());
            fields.add(EVENT_TOPIC);
        }
        return fields;
    }

    /** What the server's audit log was opened with stays the same until the server is started anew. */
    private static List<String> atRestart(RunningServer server, ServerConfiguration wanted) {
        return wanted.organization().equals(server.originator().organizationName()) ? List.of() : List.of(ORGANIZATION);
    }

    private static void record(RunningServer server, ServerApplyReport report, UserId user) {
        AuditLog log = server.auditLog();
        ApplyReport applied = report.connectors();
        log.log(
                "apply",
                PlatformMessage.CONFIGURATION_APPLIED.with(
                        user,
                        server.name(),
                        applied.started(),
                        applied.restarted(),
                        applied.rescheduled(),
                        applied.stopped(),
                        report.inForce()));
        if (!report.atRestart().isEmpty()) {
            log.log("apply", PlatformMessage.RESTART_NEEDED.with(report.atRestart(), server.name()));
        }
    }
}
