package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.Ledgers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ledgers of all connectors, in memory. */
public final class InMemoryLedgers implements Ledgers {

    private final Map<Owner, InMemoryLedger> ledgers = new ConcurrentHashMap<>();
    private volatile boolean failing;

    /** From now on ledgers cannot be forgotten. */
    public void failToForget() {
        failing = true;
    }

    @Override
    public Ledger ledger(ServerName daemon, String connector, ServerName metadataServer) {
        return ledgers.computeIfAbsent(
                new Owner(daemon, connector, metadataServer), owner -> new InMemoryLedger(this, owner));
    }

    @Override
    public void retain(ServerName daemon, Set<String> connectors) {
        ledgers.keySet().removeIf(owner -> owner.daemon().equals(daemon) && !connectors.contains(owner.connector()));
    }

    @Override
    public void forget(ServerName daemon, String connector) {
        if (failing) {
            throw new IllegalStateException("the test says so");
        }
        ledgers.keySet()
                .removeIf(owner ->
                        owner.daemon().equals(daemon) && owner.connector().equals(connector));
    }

    Map<Owner, InMemoryLedger> all() {
        return ledgers;
    }

    record Owner(ServerName daemon, String connector, ServerName metadataServer) {

        boolean isNeighbourOf(Owner other) {
            return daemon.equals(other.daemon) && metadataServer.equals(other.metadataServer);
        }
    }
}
