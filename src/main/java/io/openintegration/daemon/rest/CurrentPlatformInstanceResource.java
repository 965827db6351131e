package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Starts and stops named servers (Egeria's platform services, 6.x). */
@Path("open-metadata/platform-services/server-platform/servers/{serverName}/instance")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.CURRENT)
public class CurrentPlatformInstanceResource extends InstanceOperations {}
