package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.ItemKey;
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
     * Opens a scope that is catalogued already, at any depth, without describing it or those around it. What it does not mention
     * is taken out of the catalogue as usual, once it was declared complete.
     *
     * @return empty where it is not catalogued: describe the scope around it, and open it there
     */
    Optional<DescriptionScope> reopen(ItemKey key);
}
