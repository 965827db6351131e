package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Starts and stops named servers (Egeria's platform services, 2.7 to 5.x). */
@Path(
        "{root:open-metadata|servers/[^/]+}/platform-services/users/{userId}/server-platform/servers/{serverName}/instance")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.USERS_PATH)
public class PlatformInstanceResource extends InstanceOperations {}
