package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.reconcile.Ledgers;

/**
 * What a daemon needs from the world around it.
 *
 * @param door where its connectors hand over events; a daemon opens it to its own, and to nobody else
 */
public record DaemonEnvironment(
        ConnectorProviders providers,
        MetadataServers metadataServers,
        Ledgers ledgers,
        ThirdPartyAccess thirdParties,
        WorkerPool workers,
        AuditLog auditLog,
        Timing timing,
        DaemonState state,
        Lease lease,
        LineageDoor door) {

    DaemonEnvironment with(LineageDoor open) {
        return new DaemonEnvironment(
                providers, metadataServers, ledgers, thirdParties, workers, auditLog, timing, state, lease, open);
    }
}
