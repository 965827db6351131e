package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import java.util.function.Supplier;

/** What a daemon does by the clock: for its connectors, for metadata servers that are missed, and for those who wait for a worker. */
final class DaemonRounds {

    private final WorkerPool workers;
    private final DaemonJournal journal;
    private final Supplier<ConnectorRoster> roster;
    private final MetadataServerProbes probes;

    /** @param roster those that the daemon hosts at present */
    DaemonRounds(DaemonEnvironment environment, DaemonJournal journal, Supplier<ConnectorRoster> roster) {
        this.workers = environment.workers();
        this.journal = journal;
        this.roster = roster;
        this.probes = new MetadataServerProbes(
                environment.metadataServers(), workers, environment.timing().monotonic(), this::metadataServerIsBack);
    }

    /** Called a few times a second; never throws. */
    void tick() {
        ConnectorRoster present = roster.get();
        present.connectors().forEach(connector -> guarded(connector::tick));
        guarded(() -> probes.tick(present.missedServers()));
        guarded(workers::tick);
    }

    /** From now on no metadata server is probed. */
    void stop() {
        probes.stop();
    }

    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            // a periodic task that throws is never run again
            journal.tickFailed(e);
        }
    }

    private void metadataServerIsBack(MetadataServerRef server) {
        long victims = roster.get().connectors().stream()
                .filter(connector -> connector.metadataServerIsBack(server))
                .count();
        journal.metadataServerIsBack(server, victims);
    }
}
