package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Instant;
import java.util.List;

/**
 * A named server that is started.
 *
 * @param configuration the one in force
 * @param originator how the server calls itself in its audit log
 */
record RunningServer(
        ServerConfiguration configuration, AuditOriginator originator, AuditLog auditLog, Instant startTime) {

    ServerName name() {
        return configuration.name();
    }

    /** The same start of the server, with another configuration in force. */
    RunningServer with(ServerConfiguration changed) {
        return new RunningServer(changed, originator, auditLog, startTime);
    }

    /** The services that it runs, as operators know them. */
    List<String> services() {
        return switch (configuration.type()) {
            case METADATA_ACCESS_STORE -> List.of("Open Metadata Store");
            case INTEGRATION_DAEMON -> configuration.integrationServices().stream()
                    .map(service -> service.service())
                    .distinct()
                    .map(IntegrationService::fullName)
                    .toList();
        };
    }
}
