package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Integration groups under the marker that Egeria 6's own Java client uses for them, other than Egeria's server. */
@Path("servers/{serverName}/open-metadata/integration-daemon-services")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.CURRENT)
public class DaemonServicesResource extends IntegrationGroups {}
