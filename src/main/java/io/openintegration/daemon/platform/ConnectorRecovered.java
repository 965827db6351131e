package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ServerName;

/** CDI event: a connector of this daemon works again after the daemon had brought it back. Observers must be quick. */
public record ConnectorRecovered(ServerName daemon) {}
