package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Portions;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.Reconciler;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A connector's way to open metadata: the server, the ledger of what it catalogued there, and in whose name.
 *
 * @param source the metadata source that it writes for; empty where none is configured
 */
record CatalogueAccess(MetadataStore store, Ledger ledger, Requester writer, Optional<MetadataSource> source) {

    /**
     * Connects; the metadata source is made where it is not there.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where the metadata server is not available
     */
    static CatalogueAccess open(ConnectorSlot slot, DaemonEnvironment environment) {
        MetadataStore store = environment
                .metadataServers()
                .connect(slot.metadataServer(), slot.configuration().user());
        Requester user = new Requester(slot.configuration().user(), Optional.empty());
        Optional<MetadataSource> source = slot.configuration().metadataSource().map(name -> new MetadataSources(
                        store, user)
                .findOrCreate(name, slot.service().metadataSourceType()));
        Ledger ledger = environment
                .ledgers()
                .ledger(
                        slot.daemon(),
                        slot.name().value(),
                        slot.metadataServer().server());
        return new CatalogueAccess(store, ledger, new Requester(user.user(), source), source);
    }

    /** Those of the names that elements have, whoever catalogued them; archived ones do not count. */
    Set<QualifiedName> known(Set<QualifiedName> names) {
        Set<QualifiedName> known = new HashSet<>();
        for (List<QualifiedName> portion : Portions.of(names)) {
            store.findByQualifiedNames(writer, portion).forEach((name, element) -> {
                if (!element.isArchived()) {
                    known.add(name);
                }
            });
        }
        return known;
    }

    /**
     * @param gate asked before everything that is written
     * @param threads where a refresh has written what it need not wait for
     */
    Reconciler reconciler(Runnable gate, RemovalPolicy removal, Executor threads) {
        return new Reconciler(store, ledger, writer, gate, RemovalRules.of(removal), threads);
    }
}
