package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Relations;
import java.util.List;
import java.util.Optional;

/** One refresh of a connector. Belongs to the thread that was handed it. */
public interface Refresh extends DescriptionSink {

    /** Whether the refresh is to end early, because the connector is being stopped or restarted. */
    boolean isCancelled();

    /**
     * Whether it is enough to describe the scopes in which something has changed: so for a refresh that the connector itself
     * {@linkplain IntegrationContext#requestRefresh asked for}. A top scope that such a refresh does not open stays as it is.
     * The connector may always describe everything.
     */
    boolean isOfChanges();

    /**
     * Whether what is described is compared with the metadata server also where nothing has changed: so in the first refresh of each
     * life, and in each one that somebody requested. Where it is not, a connector need not {@link #relate} what did not change.
     */
    boolean isFullComparison();

    /**
     * Opens a scope that is catalogued already, at any depth, without describing it or those around it. What it does not mention
     * is taken out of the catalogue as usual, once it was declared complete.
     *
     * @return empty where it is not catalogued: describe the scope around it, and open it there
     */
    Optional<DescriptionScope> reopen(ItemKey key);

    /**
     * Brings relationships between elements, whoever catalogued them, in line with what is wanted: lineage, for instance. Everything
     * that was described before is in the catalogue by then, so their ends may be of this refresh; call it while no scope is open.
     * These relationships are not in the ledger: they are compared with the metadata server, in a plan they do not show, and undoing a
     * run does not bring them back, though they go with the elements that it made.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where the metadata server fails; the refresh then cannot go on
     */
    void relate(List<Relations> relations);
}
