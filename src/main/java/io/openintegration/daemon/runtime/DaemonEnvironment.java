package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.reconcile.Ledgers;
import java.time.Clock;
import java.time.Duration;

/**
 * What a daemon needs from the world around it.
 *
 * @param grace how long an interrupted call, and a disconnect, may take before they are given up
 */
public record DaemonEnvironment(
        ConnectorProviders providers,
        MetadataServers metadataServers,
        Ledgers ledgers,
        FileAccess files,
        WorkerPool workers,
        AuditLog auditLog,
        Clock clock,
        Duration grace) {}
