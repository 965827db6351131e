package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A running integration daemon: it hosts the connectors of its configuration document. Safe from any thread; no method but
 * {@link #stop} waits for a connector.
 */
public final class IntegrationDaemon {

    private final ServerConfiguration configuration;
    private final DaemonEnvironment environment;
    private final List<HostedConnector> connectors;
    private RequestReceipt stopping;

    public IntegrationDaemon(ServerConfiguration configuration, DaemonEnvironment environment) {
        this.configuration = configuration;
        this.environment = environment;
        this.connectors = configuration.integrationServices().stream()
                .flatMap(service -> service.connectors().stream()
                        .map(connector -> new ConnectorSlot(
                                configuration.name(), service.service(), service.metadataServer(), connector)))
                .map(slot -> new HostedConnector(slot, environment))
                .toList();
    }

    public ServerName name() {
        return configuration.name();
    }

    /** Sets up the integration services and lets their connectors start, as the worker pool has places. */
    public void start() {
        audit().log("start", RuntimeMessage.DAEMON_STARTING.with(name()));
        if (configuration.integrationServices().isEmpty()) {
            audit().log("start", RuntimeMessage.NO_SERVICES.with(name()));
        }
        configuration.integrationServices().forEach(this::announce);
        environment
                .ledgers()
                .retain(
                        name(),
                        connectors.stream()
                                .map(connector -> connector.slot().name().value())
                                .collect(Collectors.toSet()));
        receipt(List.of(), connectors, HostedConnector::restart);
        audit().log("start", RuntimeMessage.DAEMON_STARTED.with(name()));
    }

    /** Refreshes the connectors for which that is due. Called about once a second; never throws. */
    public void tick() {
        try {
            connectors.forEach(HostedConnector::tick);
        } catch (RuntimeException e) {
            // a periodic task that throws is never run again
            audit().log(
                            "tick",
                            RuntimeMessage.TICK_FAILED.with(name(), e.getClass().getName(), e.getMessage()),
                            e);
        }
    }

    /** All connectors by integration service, in the order of the configuration document. */
    public List<ServiceReport> status() {
        return configuration.integrationServices().stream()
                .map(IntegrationServiceConfiguration::service)
                .distinct()
                .map(service -> new ServiceReport(
                        service,
                        select(ConnectorSelection.of(service)).stream()
                                .map(HostedConnector::report)
                                .toList()))
                .toList();
    }

    /**
     * Begins a new life of each selected connector.
     *
     * @throws RequestRefusedException where the selection names a service or connector that this daemon does not have
     */
    public RequestReceipt restart(ConnectorSelection selection) {
        return receipt(List.of(), select(selection), HostedConnector::restart);
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
        for (HostedConnector connector : select(selection)) {
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
            audit().log("stop", RuntimeMessage.DAEMON_STOPPING.with(name()));
            stopping = receipt(List.of(), connectors, HostedConnector::stop);
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
            audit().log(
                            "stop",
                            RuntimeMessage.STOP_INCOMPLETE.with(
                                    name(),
                                    connectors.stream()
                                            .filter(connector ->
                                                    connector.report().state().status() != ConnectorStatus.STOPPED)
                                            .map(connector -> connector.slot().name())
                                            .toList()));
        }
        audit().log("stop", RuntimeMessage.DAEMON_STOPPED.with(name()));
    }

    private void announce(IntegrationServiceConfiguration service) {
        Object[] place = {
            service.metadataServer().server(),
            service.metadataServer().platformUrl(),
            service.service().fullName()
        };
        audit().log("start", RuntimeMessage.CONTEXT_INITIALIZING.with(place));
        audit().log("start", RuntimeMessage.OPEN_CONTEXT_INITIALIZING.with(place));
        if (service.connectors().isEmpty()) {
            audit().log(
                            "start",
                            RuntimeMessage.SERVICE_WITHOUT_CONNECTORS.with(
                                    service.service().fullName()));
        }
    }

    private List<HostedConnector> select(ConnectorSelection selection) {
        selection.service().ifPresent(this::requireService);
        List<HostedConnector> selected = connectors.stream()
                .filter(connector -> selection
                        .connector()
                        .map(connector.slot().name()::equals)
                        .orElse(true))
                .toList();
        selection.connector().filter(name -> selected.isEmpty()).ifPresent(name -> {
            throw new RequestRefusedException(RuntimeMessage.UNKNOWN_CONNECTOR.with(name, name()));
        });
        return selection
                .service()
                .map(service -> inService(service, selection, selected))
                .orElse(selected);
    }

    private List<HostedConnector> inService(
            IntegrationService service, ConnectorSelection selection, List<HostedConnector> connectorsOfName) {
        List<HostedConnector> inService = connectorsOfName.stream()
                .filter(connector -> connector.slot().service() == service)
                .toList();
        selection.connector().filter(name -> inService.isEmpty()).ifPresent(name -> {
            String actual = connectorsOfName.get(0).slot().service().fullName();
            throw new RequestRefusedException(
                    RuntimeMessage.CONNECTOR_ELSEWHERE.with(name, name(), actual, service.fullName()));
        });
        return inService;
    }

    private void requireService(IntegrationService service) {
        if (configuration.integrationServices().stream().noneMatch(known -> known.service() == service)) {
            throw new RequestRefusedException(RuntimeMessage.SERVICE_NOT_HERE.with(service.urlMarker(), name()));
        }
    }

    private static RequestReceipt receipt(
            List<Message> skipped,
            List<HostedConnector> connectors,
            Function<HostedConnector, CompletableFuture<Void>> request) {
        CompletableFuture<?>[] all = connectors.stream().map(request).toArray(CompletableFuture<?>[]::new);
        return new RequestReceipt(skipped, CompletableFuture.allOf(all));
    }

    private AuditLog audit() {
        return environment.auditLog();
    }
}
