package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The context of connectors of the Lineage Integrator. */
public interface LineageIntegratorContext extends IntegrationContext {

    /**
     * The daemon that the connector belongs to: with the connector's name, it tells the connector from all others of the platform.
     */
    ServerName serverName();

    /**
     * The events that were sent to this connector, over HTTP or by a connector that {@linkplain #accept receives} them. They are accepted as long as its provider has a {@linkplain
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

    /**
     * Hands events that the connector received from its third party to the connectors of this daemon that take events in, by the same
     * rules as those that come over HTTP. What is {@linkplain LineageReceipt.Outcome#STORED stored} outlasts a kill of the server, so
     * that the third party may be told that it has been received; the same event may be handed over again. May wait for the daemon's
     * database. An instance whose {@linkplain IntegrationConnector#connectionTest connection is tried} finds nobody who takes events.
     *
     * @param events each as it was sent; none may be null
     * @throws ConnectorException {@code INTEGRATION-DAEMON-SERVICES-403-002} where the connector may not write to open metadata
     * @throws io.openintegration.daemon.message.DaemonException {@code DAEMON-DATABASE-500-001} where the daemon's database fails, or the
     *     connector's life is over; nothing was kept then
     */
    LineageReceipt accept(List<String> events);

    /**
     * The path that an address or a property means, by the same rules as for the Files Integrator: relative ones are taken from
     * {@code daemon.files.base}.
     *
     * @return absolute, normalised; not necessarily existing
     * @throws ConnectorException where it is not a path, or lies outside {@code daemon.files.permitted.roots}
     */
    Path resolve(String address);
}
