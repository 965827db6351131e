package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunReport;

/** CDI event: a refresh has ended. Sent on the connector's thread: observers must be quick. */
public record RunEnded(ServerName daemon, RunReport run) {}
