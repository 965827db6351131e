package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Port: where the node that runs a daemon tells what its connectors do, and the others find it. Safe from any thread. Where it
 * cannot be reached, all methods throw a {@link io.openintegration.daemon.message.DaemonException}; may wait for it, though not
 * for long.
 */
public interface NodeBoard {

    /** Of a daemon that no other node can run. */
    NodeBoard SOLE = new NodeBoard() {
        @Override
        public void publish(ServerName daemon, DutyNotice onDuty, Collection<SharedReport> changed) {
            // nobody reads it
        }

        @Override
        public void retain(ServerName daemon, Set<ConnectorName> connectors) {
            // there is nothing
        }

        @Override
        public Optional<BoardReading> read(ServerName daemon, long after) {
            return Optional.empty();
        }
    };

    /**
     * Tells what has changed, by the node that runs the daemon; where nothing has, that it is still there. Fails, and tells
     * nothing, where another node has taken over.
     */
    void publish(ServerName daemon, DutyNotice onDuty, Collection<SharedReport> changed);

    /** Forgets the connectors that the daemon no longer has; by the node that runs it. */
    void retain(ServerName daemon, Set<ConnectorName> connectors);

    /**
     * @param after the publication that the caller has read last, 0 for none
     * @return empty where nothing was ever published
     */
    Optional<BoardReading> read(ServerName daemon, long after);
}
