package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Starts and stops named servers (Egeria's administration services, 2.7 to 4.x). */
@Path("open-metadata/admin-services/users/{userId}/servers/{serverName}/instance")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.ADMINISTRATION)
public class ServerInstanceResource extends InstanceOperations {}
