package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Port: where the events of lineage producers wait for the connectors that take them in. Safe from any thread; may wait for the
 * database, and throws a {@link io.openintegration.daemon.message.DaemonException} where that fails.
 */
public interface LineageInboxes {

    /**
     * Files each of the events for each of the connectors: all, or none. When it returns they are stored for good, and outlast a
     * server that is killed. An event that waits for a connector already is not filed for it again.
     *
     * @throws InboxFullException {@code INTEGRATION-DAEMON-SERVICES-503-020} where too many wait already
     */
    void file(ServerName daemon, Collection<ConnectorName> connectors, List<String> events);

    /** What waits for one connector, for the connector itself. */
    LineageInbox of(ServerName daemon, ConnectorName connector);

    /** Forgets everything of connectors of the daemon other than these. */
    void retain(ServerName daemon, Set<ConnectorName> connectors);

    /** Forgets what waits for a connector, and what it noted. */
    void forget(ServerName daemon, ConnectorName connector);
}
