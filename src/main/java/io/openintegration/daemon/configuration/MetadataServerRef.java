package io.openintegration.daemon.configuration;

import io.openintegration.daemon.metadata.ServerName;

/**
 * Names the metadata server that an integration service works with.
 *
 * @param platformUrl root URL of the platform that runs it
 */
public record MetadataServerRef(String platformUrl, ServerName server) {}
