package io.openintegration.daemon.rest;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.OperatedDaemon;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The daemon of that name, which is started. The failures are those of {@link ServerRegistry#requireDaemon}. */
    ServerName daemon(String server) {
        ServerName daemon = new ServerName(server);
        servers.requireDaemon(daemon, current.user());
        return daemon;
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
