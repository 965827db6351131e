package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running integration daemon: it hosts the connectors of its configuration document, which may change while it runs. Safe
 * from any thread; no method but {@link #stop} waits for a connector.
 */
public final class IntegrationDaemon {

    private final DaemonEnvironment environment;
    private final DaemonJournal journal;
    private final ServerConfiguration configuration;
    private final Map<ConnectorName, HostedConnector> leaving = new HashMap<>();
    private volatile ConnectorRoster roster;
    private RequestReceipt stopping;

    public IntegrationDaemon(ServerConfiguration configuration, DaemonEnvironment environment) {
        this.configuration = configuration;
        this.environment = environment;
        this.journal = new DaemonJournal(configuration.name(), environment.auditLog());
        this.roster = new ConnectorRoster(configuration, this::newConnector);
    }

    public ServerName name() {
        return configuration.name();
    }

    /** Sets up the integration services and lets their connectors start, as the worker pool has places. */
    public void start() {
        journal.starting(configuration);
        List<HostedConnector> connectors = roster.connectors();
        environment
                .ledgers()
                .retain(
                        name(),
                        connectors.stream()
                                .map(connector -> connector.name().value())
                                .collect(Collectors.toSet()));
        receipt(List.of(), connectors, HostedConnector::restart);
        journal.started();
    }

    /**
     * Goes over to another configuration of this daemon, for a daemon that is started: connectors that are new start, those
     * whose configuration changed are restarted with it, those that are no longer there are stopped and their ledgers
     * forgotten; the others are not touched. Changes are made one at a time; a daemon that was told to stop does nothing.
     *
     * @param changed of the same name; connectors are told apart by their names, so one with another name is another one
     */
    public synchronized ApplyReport apply(ServerConfiguration changed) {
        if (stopping != null) {
            return ApplyReport.NOTHING;
        }
        RosterChange change = new RosterChange(roster, changed, leaving, this::newConnector);
        journal.services(changed);
        roster = change.after();
        return change.carryOut();
    }

    /** Refreshes the connectors for which that is due. Called about once a second; never throws. */
    public void tick() {
        try {
            roster.connectors().forEach(HostedConnector::tick);
        } catch (RuntimeException e) {
            // a periodic task that throws is never run again
            journal.tickFailed(e);
        }
    }

    /** All connectors by integration service, in the order of the configuration document. Takes no lock. */
    public List<ServiceReport> status() {
        return roster.reports();
    }

    /**
     * Begins a new life of each selected connector.
     *
     * @throws RequestRefusedException where the selection names a service or connector that this daemon does not have
     */
    public RequestReceipt restart(ConnectorSelection selection) {
        return receipt(List.of(), roster.select(selection), HostedConnector::restart);
    }

    /**
     * Refreshes each selected connector. Those that have failed, are stopped or are engaged on their own thread are left
     * out; where the selection names such a connector, it is an error.
     *
     * @throws RequestRefusedException where the selection names what this daemon does not have, or a connector that cannot
     *     be refreshed now
     */
    public RequestReceipt refresh(ConnectorSelection selection) {
        List<Message> skipped = new ArrayList<>();
        List<HostedConnector> willing = new ArrayList<>();
        for (HostedConnector connector : roster.select(selection)) {
            Optional<Message> refusal = connector.refusesRefresh();
            if (refusal.isEmpty()) {
                willing.add(connector);
            } else if (selection.connector().isPresent()) {
                throw new RequestRefusedException(refusal.get());
            } else {
                connector.considered();
                skipped.add(refusal.get());
            }
        }
        return receipt(skipped, willing, HostedConnector::refresh);
    }

    /** Tells all connectors to stop, and returns at once. A daemon that was told does nothing the second time. */
    public void beginStop() {
        stopping();
    }

    private synchronized RequestReceipt stopping() {
        if (stopping == null) {
            journal.stopping();
            stopping = receipt(List.of(), presentAndLeaving(), HostedConnector::stop);
        }
        return stopping;
    }

    /**
     * Stops all connectors.
     *
     * @param limit how long to wait for them; what has not ended by then is left behind
     */
    public void stop(Duration limit) throws InterruptedException {
        if (!stopping().await(limit)) {
            journal.leftBehind(presentAndLeaving().stream()
                    .filter(connector -> !connector.hasLeft())
                    .map(HostedConnector::name)
                    .toList());
        }
        journal.stopped();
    }

    /** Also those that were removed from the configuration and may not have ended yet. */
    private synchronized List<HostedConnector> presentAndLeaving() {
        return Stream.concat(roster.connectors().stream(), leaving.values().stream())
                .toList();
    }

    private HostedConnector newConnector(ConnectorSlot slot) {
        return new HostedConnector(slot, environment);
    }

    private static RequestReceipt receipt(
            List<Message> skipped,
            List<HostedConnector> connectors,
            Function<HostedConnector, CompletableFuture<Void>> request) {
        CompletableFuture<?>[] all = connectors.stream().map(request).toArray(CompletableFuture<?>[]::new);
        return new RequestReceipt(skipped, CompletableFuture.allOf(all));
    }
}
