package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.MetadataSource;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * What the daemon offers to every connector. Safe from any thread. Belongs to one life of the connector: after its end
 * writing is refused, so that a connector that was given up can do no harm.
 */
public interface IntegrationContext {

    ConnectorName connectorName();

    PermittedSynchronization permittedSynchronization();

    /**
     * The element that stands for the third party and owns what the connector catalogues; empty where none is
     * configured.
     */
    Optional<MetadataSource> metadataSource();

    /** The daemon's audit log, for what the connector itself wants to tell operators. */
    AuditLog auditLog();

    Clock clock();

    /**
     * Which network addresses the connector may connect to: by default all but those that {@link RefusedNetworks#STANDARD}
     * refuses; setting {@code daemon.connections.refused.networks}.
     */
    default ConnectionPolicy connectionPolicy() {
        return RefusedNetworks.STANDARD;
    }

    /**
     * Tells the daemon that the connector is alive although it describes nothing: from a refresh that has long work to do
     * beforehand, or from {@code engage}. Without signs of life a call is reported as stuck after a while, and given up where
     * the configuration sets a heartbeat (docs/operating.md, "Stuck, and deadlines"). Costs next to nothing.
     */
    void heartbeat();

    /**
     * Asks the daemon for a refresh, because something has changed at the third party. It comes when the connector has not
     * asked again for some seconds, at the latest after some more, and is one {@linkplain Refresh#isOfChanges of changes}
     * unless a complete one was due by then. Returns at once, from any thread; without effect once the connector's life has
     * ended, and while it is paused.
     */
    void requestRefresh();

    /** Makes threads of the daemon, for connectors that listen to something. Ending them in {@code disconnect} is up to them. */
    ThreadFactory threads();
}
