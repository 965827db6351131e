package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import java.util.Set;

/**
 * What a connector is tried on: it gives the context, runs refreshes as the daemon would, and knows what is catalogued
 * afterwards.
 *
 * @param <C> the context of the connector's integration service
 */
public interface ConnectorBench<C extends IntegrationContext> {

    C context();

    /** Runs one refresh; what it throws leaves this method, and what was described before stays. */
    Outcome refresh(IntegrationConnector<C> connector);

    /** Qualified names of all that is catalogued now, parts not among them. */
    Set<String> catalogued();

    /** All that is catalogued now, the parts of items as well, each by its type and qualified name. */
    Set<String> elements();

    /**
     * What one refresh created, changed and removed: items by their qualified names.
     *
     * @param parts that were created, changed or removed, named as {@link #elements} names them
     */
    record Outcome(Set<String> created, Set<String> updated, Set<String> removed, Set<String> parts) {

        public boolean isNothing() {
            return created.isEmpty() && updated.isEmpty() && removed.isEmpty() && parts.isEmpty();
        }
    }
}
