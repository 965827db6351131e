package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.TargetStates;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What operators want connectors to do, in memory. */
public final class InMemoryTargetStates implements TargetStates {

    private final Map<ServerName, Map<ConnectorName, TargetState>> targets = new ConcurrentHashMap<>();

    @Override
    public Map<ConnectorName, TargetState> of(ServerName daemon) {
        return Map.copyOf(daemon(daemon));
    }

    @Override
    public void keep(ServerName daemon, ConnectorName connector, TargetState target) {
        if (target == TargetState.STARTED) {
            daemon(daemon).remove(connector);
        } else {
            daemon(daemon).put(connector, target);
        }
    }

    @Override
    public void retain(ServerName daemon, Set<ConnectorName> connectors) {
        daemon(daemon).keySet().retainAll(connectors);
    }

    private Map<ConnectorName, TargetState> daemon(ServerName daemon) {
        return targets.computeIfAbsent(daemon, none -> new ConcurrentHashMap<>());
    }
}
