package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.QualifiedName;
import java.util.Collection;
import java.util.Set;

/** The context of connectors of the Lineage Integrator. */
public interface LineageIntegratorContext extends IntegrationContext {

    /**
     * The events that were sent to this connector over HTTP. They are accepted as long as its provider has a {@linkplain
     * IntegrationConnectorProvider#lineageEvents check} and it is not stopped on purpose, whether it runs or has failed; the daemon
     * {@linkplain #requestRefresh asks for a refresh} when some have come.
     */
    LineageInbox inbox();

    /**
     * Those of the names that elements of the metadata server have, whoever catalogued them; archived ones do not count.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where the metadata server is not available
     */
    Set<QualifiedName> catalogued(Collection<QualifiedName> names);
}
