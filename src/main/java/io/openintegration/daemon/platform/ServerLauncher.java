package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStore;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Starts and stops one named server, telling its audit log each step in the order of the operator's guide. */
@Dependent
public class ServerLauncher {

    @Inject
    private ActiveStores stores;

    @Inject
    private EmbeddedMetadataStores metadataStores;

    @Inject
    private EventTopics eventTopics;

    @Inject
    private Clock clock;

    @EJB
    private AuditService auditService;

    @EJB
    private ConnectorRegistry connectors;

    RunningServer launch(ServerConfiguration configuration) {
        ServerType type = configuration.type();
        AuditOriginator originator =
                new AuditOriginator(configuration.name().value(), type.displayName(), configuration.organization());
        AuditLog log = auditService.open(
                originator,
                type == ServerType.INTEGRATION_DAEMON ? PlatformComponent.DAEMON : PlatformComponent.STORE,
                configuration.auditDestinations());
        RunningServer server = new RunningServer(configuration, originator, log, clock.instant());
        try {
            announce(server);
            startServices(server);
            log.log("start", PlatformMessage.SERVER_STARTED.with(server.name(), server.services()));
            return server;
        } catch (RuntimeException e) {
            stopServices(server);
            log.log(
                    "start",
                    PlatformMessage.START_FAILED.with(
                            e.getClass().getName(), type.displayName(), server.name(), e.getMessage()),
                    e);
            auditService.stopped(server.name());
            throw e;
        }
    }

    void stop(RunningServer server) {
        AuditLog log = server.auditLog();
        log.log("stop", PlatformMessage.SERVER_STOPPING.with(server.name()));
        stopServices(server);
        log.log("stop", PlatformMessage.SERVER_STOPPED.with(server.name()));
        auditService.stopped(server.name());
    }

    private void stopServices(RunningServer server) {
        try {
            stores.stopped(server.name());
            eventTopics.end(server.name());
            connectors.stop(server.name());
        } catch (RuntimeException e) {
            server.auditLog()
                    .log(
                            "stop",
                            PlatformMessage.STOP_FAILED.with(
                                    server.name(), e.getClass().getName(), e.getMessage()),
                            e);
        }
    }

    private static void announce(RunningServer server) {
        AuditLog log = server.auditLog();
        ServerConfiguration configuration = server.configuration();
        log.log(
                "start",
                PlatformMessage.AUDIT_LOG_READY.with(configuration.type().displayName(), server.name()));
        log.log(
                "start",
                configuration.maxPageSize() == 0
                        ? PlatformMessage.UNLIMITED_PAGE_SIZE.with(server.name())
                        : PlatformMessage.MAX_PAGE_SIZE.with(server.name(), configuration.maxPageSize()));
        log.log("start", PlatformMessage.SUBSYSTEMS_STARTING.with(server.name()));
        log.log("start", PlatformMessage.SUBSYSTEMS_STARTED.with(server.name()));
        configuration.warnings().forEach(warning -> log.log("start", warning));
    }

    private void startServices(RunningServer server) {
        ServerConfiguration configuration = server.configuration();
        switch (configuration.type()) {
            case METADATA_ACCESS_STORE -> {
                EmbeddedMetadataStore store = metadataStores.open(server.name());
                eventTopics.publish(server.name(), configuration.eventTopic(), store.events(), server.auditLog());
                stores.started(server.name(), store);
            }
            case INTEGRATION_DAEMON -> {
                String type = configuration.type().displayName();
                server.auditLog().log("start", PlatformMessage.GOVERNANCE_STARTING.with(type, server.name()));
                connectors.start(configuration, server.auditLog());
                server.auditLog().log("start", PlatformMessage.GOVERNANCE_STARTED.with(type, server.name()));
            }
        }
    }
}
