package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.RefusedNetworks;

/**
 * What a daemon needs from the world around it.
 *
 * @param door closed for all but the daemon's own connectors
 */
public record DaemonEnvironment(
        ConnectorProviders providers,
        MetadataServers metadataServers,
        Ledgers ledgers,
        FileAccess files,
        ConnectionPolicy connections,
        JdbcDrivers drivers,
        WorkerPool workers,
        AuditLog auditLog,
        Timing timing,
        DaemonState state,
        Lease lease,
        LineageDoor door) {

    /** For the daemon itself, which opens the door to its connectors. */
    public DaemonEnvironment(
            ConnectorProviders providers,
            MetadataServers metadataServers,
            Ledgers ledgers,
            FileAccess files,
            ConnectionPolicy connections,
            JdbcDrivers drivers,
            WorkerPool workers,
            AuditLog auditLog,
            Timing timing,
            DaemonState state,
            Lease lease) {
        this(
                providers,
                metadataServers,
                ledgers,
                files,
                connections,
                drivers,
                workers,
                auditLog,
                timing,
                state,
                lease,
                LineageDoor.CLOSED);
    }

    /** With the usual rules for where connectors may connect to, and without JDBC drivers. */
    public DaemonEnvironment(
            ConnectorProviders providers,
            MetadataServers metadataServers,
            Ledgers ledgers,
            FileAccess files,
            WorkerPool workers,
            AuditLog auditLog,
            Timing timing,
            DaemonState state,
            Lease lease) {
        this(
                providers,
                metadataServers,
                ledgers,
                files,
                RefusedNetworks.STANDARD,
                JdbcDrivers.NONE,
                workers,
                auditLog,
                timing,
                state,
                lease);
    }

    DaemonEnvironment with(LineageDoor open) {
        return new DaemonEnvironment(
                providers,
                metadataServers,
                ledgers,
                files,
                connections,
                drivers,
                workers,
                auditLog,
                timing,
                state,
                lease,
                open);
    }
}
