package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.platform.StoreAccess;
import io.openintegration.daemon.rest.store.StoreCall;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.PathParam;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What all operations of Egeria's open metadata store begin with: the store, the user in the path, the body. */
public abstract class StoreOperations {

    /** In 6.x. */
    static final String PATH = "servers/{serverName}/open-metadata/access-services/open-metadata-store/users/{userId}";

    static final Supplier<String> REQUEST_IDS = () -> UUID.randomUUID().toString();

    @PathParam("serverName")
    private String serverName;

    @PathParam("userId")
    private String userId;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** @throws io.openintegration.daemon.message.DaemonException where the server is no store, or is not started */
    final StoreAccess access() {
        return servers.requireStore(new ServerName(serverName), new UserId(userId));
    }

    final StoreCall call(StoreAccess access) {
        return new StoreCall(
                new ServerName(serverName), access.store(), new Requester(new UserId(userId), Optional.empty()));
    }

    final StoreCall call() {
        return call(access());
    }

    /** As it is sent: halves of surrogate pairs, which UTF-8 does not have, are escaped. */
    static String text(ObjectNode answer) {
        return Json.text(answer);
    }

    /** The body; where it gives the request an id, a failure has that, too. */
    final JsonNode json(InputStream body) {
        JsonNode json = RequestBody.object(body);
        String id = json.path("requestId").asText("");
        if (!id.isBlank()) {
            current.calls(id);
        }
        return json;
    }
}
