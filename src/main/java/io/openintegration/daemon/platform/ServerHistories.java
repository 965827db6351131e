package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The histories of the servers that were started since the platform was. Questions never wait. */
final class ServerHistories {

    private final Map<ServerName, ServerHistory> histories = new ConcurrentHashMap<>();

    Optional<ServerHistory> find(ServerName server) {
        return Optional.ofNullable(histories.get(server));
    }

    void starting(ServerName server, ServerType type) {
        histories.compute(server, (name, before) -> ServerHistory.starting(Optional.ofNullable(before), type));
    }

    void notStarted(ServerName server) {
        histories.computeIfPresent(server, (name, before) -> before.notStarted());
    }

    void started(ServerName server, Instant now) {
        histories.computeIfPresent(server, (name, before) -> before.started(now));
    }

    void stopping(ServerName server) {
        histories.computeIfPresent(server, (name, before) -> before.stopping());
    }

    void stopped(ServerName server, Instant now) {
        histories.computeIfPresent(server, (name, before) -> before.stopped(now));
    }

    void forget(ServerName server) {
        histories.remove(server);
    }
}
