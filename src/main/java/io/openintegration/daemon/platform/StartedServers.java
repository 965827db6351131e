package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that are started, or were since the platform was. Questions never wait; steps are taken by one caller at a
 * time.
 */
final class StartedServers {

    private final Map<ServerName, ServerHistory> histories = new ConcurrentHashMap<>();

    /** The server, if it is started. */
    Optional<RunningServer> find(ServerName server) {
        return history(server).flatMap(ServerHistory::running);
    }

    /** What is known of the server; empty if it never was started, or was forgotten. */
    Optional<ServerHistory> history(ServerName server) {
        return Optional.ofNullable(histories.get(server));
    }

    /** Those that are started, in the order of their names. */
    List<RunningServer> active() {
        return histories.values().stream()
                .flatMap(history -> history.running().stream())
                .sorted(Comparator.comparing(server -> server.name().value()))
                .toList();
    }

    void starting(ServerName server, ServerType type) {
        histories.put(server, ServerHistory.starting(history(server), type));
    }

    void started(RunningServer server) {
        histories.computeIfPresent(server.name(), (name, history) -> history.started(server));
    }

    void changed(RunningServer server) {
        histories.computeIfPresent(server.name(), (name, history) -> history.changed(server));
    }

    void stopping(ServerName server) {
        histories.computeIfPresent(server, (name, history) -> history.stopping());
    }

    /** The server has stopped, or did not start. */
    void ended(ServerName server, Instant now) {
        histories.computeIfPresent(server, (name, history) -> history.ended(now));
    }

    void forget(ServerName server) {
        histories.remove(server);
    }
}
