package io.openintegration.daemon.rest;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.ConnectionTrial;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.OperatedDaemon;
import io.openintegration.daemon.runtime.RequestId;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all families of URLs ask of an integration daemon, in the name of the current request's user. */
@Dependent
public class DaemonRequests {

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    @Inject
    private CurrentRequest current;

    List<ServiceReport> status(String server) {
        return operated(daemon(server)).status();
    }

    /** All connectors of a daemon, in the order of its configuration document. */
    List<ConnectorReport> connectors(String server) {
        return connectors(status(server));
    }

    static List<ConnectorReport> connectors(List<ServiceReport> services) {
        return services.stream()
                .flatMap(service -> service.connectors().stream())
                .toList();
    }

    /** @throws RejectedRequestException {@code REST-FAMILY-404-002} where the daemon does not have that connector */
    ConnectorReport connector(String server, String connector) {
        return connectors(server).stream()
                .filter(report -> report.slot().name().value().equals(connector))
                .findFirst()
                .orElseThrow(
                        () -> new RejectedRequestException(FamilyMessage.NO_SUCH_CONNECTOR.with(connector, server)));
    }

    RequestReceipt refresh(String server, Optional<String> serviceMarker, InputStream body, String wait) {
        Waiting.parse(wait);
        ServerName daemon = daemon(server);
        return refresh(daemon, selection(serviceMarker, body), wait);
    }

    RequestReceipt refresh(ServerName daemon, ConnectorSelection selection, String wait) {
        RequestReceipt receipt = operated(daemon).refresh(selection, current.user());
        Waiting.on(receipt.done(), wait);
        return receipt;
    }

    RequestReceipt restart(String server, Optional<String> serviceMarker, InputStream body, String wait) {
        Waiting.parse(wait);
        ServerName daemon = daemon(server);
        return restart(daemon, selection(serviceMarker, body), wait);
    }

    RequestReceipt restart(ServerName daemon, ConnectorSelection selection, String wait) {
        RequestReceipt receipt = operated(daemon).restart(selection, current.user());
        Waiting.on(receipt.done(), wait);
        return receipt;
    }

    /** Refreshes, and removes what is held back; as {@link #refresh} otherwise. */
    RequestReceipt release(ServerName daemon, ConnectorSelection selection, String wait) {
        RequestReceipt receipt = operated(daemon).release(selection, current.user());
        Waiting.on(receipt.done(), wait);
        return receipt;
    }

    RequestReceipt setTarget(String server, ConnectorSelection selection, TargetState target, String wait) {
        ServerName daemon = daemon(server);
        RequestReceipt receipt = operated(daemon).setTarget(selection, target, current.user());
        Waiting.on(receipt.done(), wait);
        return receipt;
    }

    /** @throws RejectedRequestException {@code INTEGRATION-DAEMON-SERVICES-404-002} where the request is not known */
    RequestReceipt request(String server, String id) {
        ServerName daemon = daemon(server);
        return operated(daemon)
                .request(id("request", id, RequestId::of))
                .orElseThrow(() -> new RejectedRequestException(RuntimeMessage.UNKNOWN_REQUEST.with(id, daemon)));
    }

    List<RunReport> runs(String server, RunQuery query) {
        return operated(daemon(server)).runs(query);
    }

    /** @throws RejectedRequestException {@code INTEGRATION-DAEMON-SERVICES-404-001} where the refresh is not known */
    RunReport run(String server, String id) {
        ServerName daemon = daemon(server);
        return operated(daemon)
                .run(id("run", id, RunId::of))
                .orElseThrow(() -> new RejectedRequestException(RuntimeMessage.UNKNOWN_RUN.with(id, daemon)));
    }

    /**
     * Asks a refresh to end early, and returns it as it is now.
     *
     * @throws io.openintegration.daemon.runtime.RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-001} where it
     *     is not known, {@code -409-002} where it has ended
     */
    RunReport cancel(String server, String id) {
        operated(daemon(server)).cancel(id("run", id, RunId::of), current.user());
        return run(server, id);
    }

    /**
     * Tries a connector's connection, and waits for what comes of it.
     *
     * @throws RejectedRequestException {@code REST-FAMILY-404-002} where the daemon does not have that connector
     * @throws io.openintegration.daemon.runtime.RequestRefusedException as {@link OperatedDaemon#tryConnection}
     */
    ConnectionTrial tryConnection(String server, String connector) {
        ConnectorReport known = connector(server, connector);
        return operated(daemon(server)).tryConnection(known.slot().name(), current.user());
    }

    /** The daemon of that name, which is started. The failures are those of {@link ServerRegistry#requireDaemon}. */
    ServerName daemon(String server) {
        ServerName daemon = new ServerName(server);
        servers.requireDaemon(daemon, current.user());
        return daemon;
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-400-005} where it is none */
    static <T> T id(String parameter, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw QueryValue.bad(parameter, text, "an id, as 123e4567-e89b-12d3-a456-426614174000");
        }
    }

    /** The daemon of that name as operators see it; fails as {@link #daemon}. */
    OperatedDaemon operated(String server) {
        return operated(daemon(server));
    }

    private OperatedDaemon operated(ServerName daemon) {
        return connectors.find(daemon).orElseThrow(() -> servers.notActive(daemon, current.user()));
    }

    private ConnectorSelection selection(Optional<String> serviceMarker, InputStream body) {
        ConnectorNameBody named = ConnectorNameBody.read(body);
        named.requestId().ifPresent(current::calls);
        return new ConnectorSelection(serviceMarker.map(DaemonRequests::service), named.name());
    }

    private static IntegrationService service(String marker) {
        return IntegrationService.ofUrlMarker(marker)
                .orElseThrow(() -> new RejectedRequestException(ConfigurationMessage.UNKNOWN_SERVICE.with(
                        marker,
                        Arrays.stream(IntegrationService.values())
                                .map(IntegrationService::urlMarker)
                                .collect(Collectors.joining(", ")))));
    }
}
