package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one server did since the platform started. Immutable: each step makes the next one. */
record ServerHistory(ServerType type, ServerActiveStatus status, List<ServerRun> runs) {

    /** Enough to see that a server is started again and again; the audit log has the rest. */
    static final int LONGEST = 100;

    ServerHistory {
        runs = List.copyOf(runs);
    }

    static ServerHistory starting(Optional<ServerHistory> before, ServerType type) {
        return new ServerHistory(
                type,
                ServerActiveStatus.STARTING,
                before.map(ServerHistory::runs).orElse(List.of()));
    }

    ServerHistory notStarted() {
        return new ServerHistory(type, ServerActiveStatus.INACTIVE, runs);
    }

    ServerHistory started(Instant now) {
        List<ServerRun> longer = new ArrayList<>(runs.subList(runs.size() < LONGEST ? 0 : 1, runs.size()));
        longer.add(new ServerRun(now, Optional.empty()));
        return new ServerHistory(type, ServerActiveStatus.RUNNING, longer);
    }

    ServerHistory stopping() {
        return new ServerHistory(type, ServerActiveStatus.STOPPING, runs);
    }

    ServerHistory stopped(Instant now) {
        List<ServerRun> ended = runs.stream()
                .map(run -> run.end().isPresent() ? run : new ServerRun(run.start(), Optional.of(now)))
                .toList();
        return new ServerHistory(type, ServerActiveStatus.INACTIVE, ended);
    }
}
