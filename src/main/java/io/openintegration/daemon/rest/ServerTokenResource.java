package io.openintegration.daemon.rest;

import jakarta.ws.rs.Path;

/** The same tokens at the URL of a named server. Which server it is does not matter, and is not checked, as in Egeria. */
@Path("servers/{server}/api/token")
public class ServerTokenResource extends TokenOperations {}
