package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a named server at one moment.
 *
 * @param type that of its latest start; for one that was never started, what its document says, empty where that has
 *     mistakes
 * @param services those that it runs, as operators know them; empty unless it is running
 * @param runs the times that it was active since the platform started, the latest last; of very many, the latest
 */
public record ServerStatus(
        ServerName name,
        Optional<ServerType> type,
        ServerActiveStatus activeStatus,
        List<String> services,
        List<ServerRun> runs) {

    public ServerStatus {
        services = List.copyOf(services);
        runs = List.copyOf(runs);
    }

    public boolean isActive() {
        return activeStatus == ServerActiveStatus.RUNNING;
    }

    /** When it was started the last time. */
    public Optional<Instant> startTime() {
        return latest().map(ServerRun::start);
    }

    /** When it stopped the last time; empty while it is active. */
    public Optional<Instant> endTime() {
        return latest().flatMap(ServerRun::end);
    }

    private Optional<ServerRun> latest() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }
}
