package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Starts and stops named servers (Egeria's server operations, 5.x). */
@Path("open-metadata/server-operations/users/{userId}/servers/{serverName}/instance")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.USERS_PATH)
public class OperationsInstanceResource extends InstanceOperations {}
