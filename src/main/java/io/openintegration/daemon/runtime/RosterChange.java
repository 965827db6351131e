package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way from one configuration of a daemon to the next. Made, it has decided what becomes of each connector, and has not
 * told them yet; so the new roster can be put in force before {@link #carryOut}, and a connector that was removed is not
 * seen any more when it stops.
 */
final class RosterChange {

    private final ConnectorRoster before;
    private final ConnectorRoster after;
    private final Map<ConnectorName, HostedConnector> leaving;
    private final Function<ConnectorSlot, HostedConnector> newcomers;
    private final List<ConnectorName> started = new ArrayList<>();
    private final List<ConnectorName> restarted = new ArrayList<>();
    private final List<ConnectorName> rescheduled = new ArrayList<>();
    private final List<ConnectorName> stopped = new ArrayList<>();
    private final List<ConnectorName> unchanged = new ArrayList<>();
    private final List<Supplier<Errand>> work = new ArrayList<>();

    /**
     * @param leaving those that were removed by an earlier change and may not have ended yet: one that comes back goes on
     *     from there, so that its new life cannot begin beside its last one
     * @param newcomers makes a connector that was not there before
     */
    RosterChange(
            ConnectorRoster before,
            ServerConfiguration wanted,
            Map<ConnectorName, HostedConnector> leaving,
            Function<ConnectorSlot, HostedConnector> newcomers) {
        this.before = before;
        this.leaving = leaving;
        this.newcomers = newcomers;
        leaving.values().removeIf(HostedConnector::hasLeft);
        this.after = new ConnectorRoster(wanted, this::hosting);
        before.connectors().stream()
                .filter(connector -> after.find(connector.name()).isEmpty())
                .forEach(this::remove);
    }

    ConnectorRoster after() {
        return after;
    }

    ApplyReport carryOut() {
        CompletableFuture<?>[] all =
                work.stream().map(Supplier::get).map(Errand::done).toArray(CompletableFuture<?>[]::new);
        return new ApplyReport(started, restarted, rescheduled, stopped, unchanged, CompletableFuture.allOf(all));
    }

    private HostedConnector hosting(ConnectorSlot slot) {
        return before.find(slot.name()).map(connector -> keep(connector, slot)).orElseGet(() -> begin(slot));
    }

    private HostedConnector keep(HostedConnector connector, ConnectorSlot slot) {
        ConnectorSlot present = connector.report().slot();
        if (present.equals(slot)) {
            unchanged.add(slot.name());
        } else if (present.servesAs(slot)) {
            rescheduled.add(slot.name());
            work.add(() -> connector.move(slot));
        } else {
            restarted.add(slot.name());
            work.add(() -> connector.restartIn(slot));
        }
        return connector;
    }

    private HostedConnector begin(ConnectorSlot slot) {
        started.add(slot.name());
        HostedConnector returning = leaving.remove(slot.name());
        HostedConnector connector = returning == null ? newcomers.apply(slot) : returning;
        work.add(() -> connector.restartIn(slot));
        return connector;
    }

    private void remove(HostedConnector connector) {
        stopped.add(connector.name());
        leaving.put(connector.name(), connector);
        work.add(connector::remove);
    }
}
