package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the other nodes during one time of duty what the connectors do. Called by one thread. */
final class StatusPublisher {

    private final ServerName daemon;
    private final DutyNotice onDuty;
    private final NodeBoard board;
    private final Map<ConnectorName, SharedReport> told = new HashMap<>();
    private Optional<Set<ConnectorName>> known = Optional.empty();

    StatusPublisher(ServerName daemon, DutyNotice onDuty, NodeBoard board) {
        this.daemon = daemon;
        this.onDuty = onDuty;
        this.board = board;
    }

    /** Publishes what has changed since the last time that this succeeded. */
    void publish(List<ServiceReport> status) {
        Map<ConnectorName, SharedReport> now = status.stream()
                .flatMap(service -> service.connectors().stream())
                .map(SharedReport::of)
                .collect(Collectors.toMap(SharedReport::connector, report -> report));
        forgetAllBut(now.keySet());
        List<SharedReport> news =
                now.values().stream().filter(report -> !wasTold(report)).toList();
        board.publish(daemon, onDuty, news);
        news.forEach(report -> told.put(report.connector(), report));
    }

    private boolean wasTold(SharedReport report) {
        SharedReport before = told.get(report.connector());
        return before != null && report.saysTheSameAs(before);
    }

    private void forgetAllBut(Set<ConnectorName> connectors) {
        if (!known.equals(Optional.of(connectors))) {
            board.retain(daemon, connectors);
            told.keySet().retainAll(connectors);
            known = Optional.of(Set.copyOf(connectors));
        }
    }
}
