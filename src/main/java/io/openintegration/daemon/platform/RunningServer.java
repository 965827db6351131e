package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;

/** A named server that is started, with the configuration that it was started with. */
record RunningServer(ServerConfiguration configuration, AuditLog auditLog) {

    ServerName name() {
        return configuration.name();
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
