package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one server did since the platform started. Immutable: each step makes the next one.
 *
 * @param running the server, while it is started
 * @param runs the latest last
 */
record ServerHistory(
        ServerType type, ServerActiveStatus status, Optional<RunningServer> running, List<ServerRun> runs) {

    /** Enough to see that a server is started again and again; the audit log has the rest. */
    static final int LONGEST = 100;

    ServerHistory {
        runs = List.copyOf(runs);
    }

    static ServerHistory starting(Optional<ServerHistory> before, ServerType type) {
        List<ServerRun> runs = before.map(ServerHistory::runs).orElse(List.of());
        return new ServerHistory(type, ServerActiveStatus.STARTING, Optional.empty(), runs);
    }

    ServerHistory started(RunningServer server) {
        List<ServerRun> longer = new ArrayList<>(runs.subList(runs.size() < LONGEST ? 0 : 1, runs.size()));
        longer.add(new ServerRun(server.startTime(), Optional.empty()));
        return new ServerHistory(type, ServerActiveStatus.RUNNING, Optional.of(server), longer);
    }

    /** The same start of the server goes on, differently configured. */
    ServerHistory changed(RunningServer server) {
        return new ServerHistory(type, status, Optional.of(server), runs);
    }

    ServerHistory stopping() {
        return new ServerHistory(type, ServerActiveStatus.STOPPING, Optional.empty(), runs);
    }

    /** The server has stopped, or did not start. */
    ServerHistory ended(Instant now) {
        List<ServerRun> ended = runs.stream().map(run -> run.endedBy(now)).toList();
        return new ServerHistory(type, ServerActiveStatus.INACTIVE, Optional.empty(), ended);
    }

    ServerStatus statusOf(ServerName server) {
        List<String> services = running.map(RunningServer::services).orElse(List.of());
        return new ServerStatus(server, Optional.of(type), status, services, runs);
    }
}
