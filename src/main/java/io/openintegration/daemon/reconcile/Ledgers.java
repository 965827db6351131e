package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ServerName;
import java.util.Set;

/** Port: the ledgers of all connectors. Safe from any thread. */
public interface Ledgers {

    /**
     * @param daemon the integration daemon
     * @param connector the connector's name in it
     * @param metadataServer the server that the connector's elements are in; another server has another ledger
     */
    Ledger ledger(ServerName daemon, String connector, ServerName metadataServer);

    /**
     * Forgets the ledgers of a daemon's connectors that are not among these. What such a connector had catalogued stays,
     * and belongs to the connector of the same metadata source that next describes it.
     */
    void retain(ServerName daemon, Set<String> connectors);

    /** Forgets all ledgers of one connector, with the same consequence. */
    void forget(ServerName daemon, String connector);
}
