package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Map;
import java.util.Set;

/**
 * Port: what operators want connectors to do. Safe from any thread. Where it cannot be reached, all methods throw a {@link
 * io.openintegration.daemon.message.DaemonException}.
 */
public interface TargetStates {

    /** Those that are not {@link TargetState#STARTED}. */
    Map<ConnectorName, TargetState> of(ServerName daemon);

    void keep(ServerName daemon, ConnectorName connector, TargetState target);

    /** Forgets what was wanted of connectors that the daemon no longer has. */
    void retain(ServerName daemon, Set<ConnectorName> connectors);
}
