package io.openintegration.daemon.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves all resources from the context root. */
@ApplicationPath("/")
public class RestApplication extends Application {}
