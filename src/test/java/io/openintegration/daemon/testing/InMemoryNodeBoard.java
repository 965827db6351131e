package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.BoardReading;
import io.openintegration.daemon.runtime.DutyNotice;
import io.openintegration.daemon.runtime.NodeBoard;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.SharedReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the nodes of one daemon tell each other, in memory. */
public final class InMemoryNodeBoard implements NodeBoard {

    private final Clock clock;
    private final Map<ConnectorName, Published> reports = new LinkedHashMap<>();
    private Optional<DutyNotice> onDuty = Optional.empty();
    private Optional<Message> outage = Optional.empty();
    private Instant last = Instant.EPOCH;
    private long publication;

    private record Published(SharedReport report, long publication) {}

    public InMemoryNodeBoard(Clock clock) {
        this.clock = clock;
    }

    /** From now on it cannot be reached. */
    public synchronized void failWith(Message reason) {
        outage = Optional.of(reason);
    }

    /** Ends what {@link #failWith} began. */
    public synchronized void recover() {
        outage = Optional.empty();
    }

    /** It is now what it was before anything was published. */
    public synchronized void restoreFromBackup() {
        reports.clear();
        publication = 0;
    }

    @Override
    public synchronized void publish(ServerName daemon, DutyNotice teller, Collection<SharedReport> changed) {
        mustBeUp();
        publication++;
        onDuty = Optional.of(teller);
        last = clock.instant();
        changed.forEach(report -> reports.put(report.connector(), new Published(report, publication)));
    }

    @Override
    public synchronized void retain(ServerName daemon, Set<ConnectorName> connectors) {
        mustBeUp();
        reports.keySet().retainAll(connectors);
    }

    @Override
    public synchronized Optional<BoardReading> read(ServerName daemon, long after) {
        mustBeUp();
        List<SharedReport> changed = reports.values().stream()
                .filter(published -> published.publication() > after)
                .map(Published::report)
                .toList();
        return onDuty.map(
                teller -> new BoardReading(teller, publication, Duration.between(last, clock.instant()), changed));
    }

    private void mustBeUp() {
        if (outage.isPresent()) {
            throw new RequestRefusedException(outage.get());
        }
    }
}
