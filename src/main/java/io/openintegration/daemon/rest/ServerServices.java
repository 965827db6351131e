package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.platform.ServerStatus;
import io.openintegration.daemon.platform.ServerUnavailableException;

/** The list of services that a server runs. */
final class ServerServices {

    private ServerServices() {}

    /** @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not started */
    static String of(ServerRegistry servers, ServerName server, CurrentRequest current) {
        ServerStatus status = servers.statusOf(server, current.user());
        if (!status.isActive()) {
            throw servers.notActive(server, current.user());
        }
        ArrayNode services = Json.MAPPER.createArrayNode();
        status.services().forEach(services::add);
        return current.ok("ServerServicesListResponse")
                .put("serverName", server.value())
                .set("serverServicesList", services)
                .toString();
    }
}
