package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node has last read on the {@link NodeBoard}. Read again by one thread; all else is safe from any thread, and never
 * waits.
 */
final class BoardCopy {

    private final ServerName daemon;
    private final NodeBoard board;
    private final MonotonicClock time;
    private final Map<ConnectorName, SharedReport> reports = new ConcurrentHashMap<>();
    private volatile Optional<Read> last = Optional.empty();

    private record Read(BoardReading reading, Duration at) {}

    BoardCopy(ServerName daemon, NodeBoard board, MonotonicClock time) {
        this.daemon = daemon;
        this.board = board;
        this.time = time;
    }

    /** Reads what is new; where the board cannot be reached, what is known stays. */
    void refresh() {
        Duration now = time.now();
        long before = last.map(read -> read.reading().publication()).orElse(0L);
        Optional<BoardReading> found = board.read(daemon, before);
        if (found.filter(reading -> reading.publication() < before).isPresent()) {
            // the database was brought back from a backup
            found = board.read(daemon, 0);
        }
        found.ifPresent(reading -> {
            reading.changed().forEach(report -> reports.put(report.connector(), report));
            last = Optional.of(new Read(reading, now));
        });
    }

    /** What was told of a connector last. Those that the daemon no longer has may still be there. */
    Optional<SharedReport> of(ConnectorName connector) {
        return Optional.ofNullable(reports.get(connector));
    }

    /** Who told it. */
    Optional<DutyNotice> onDuty() {
        return last.map(read -> read.reading().onDuty());
    }

    /** How old it is by now. */
    Optional<Duration> age() {
        return last.map(read -> read.reading().age().plus(time.now().minus(read.at())));
    }
}
