package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.reconcile.Ledgers;

/** What a daemon needs from the world around it. */
public record DaemonEnvironment(
        ConnectorProviders providers,
        MetadataServers metadataServers,
        Ledgers ledgers,
        FileAccess files,
        WorkerPool workers,
        AuditLog auditLog,
        Timing timing,
        DaemonState state,
        Lease lease) {}
