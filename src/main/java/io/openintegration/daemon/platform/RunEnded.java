package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunReport;

/** CDI event: a refresh has ended. Sent once for each, by the connector's thread or the timer's: observers must be quick. */
public record RunEnded(ServerName daemon, RunReport run) {}
