package io.openintegration.daemon.rest;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all families of URLs ask of an integration daemon. */
@Dependent
public class DaemonRequests {

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    List<ServiceReport> status(String server, String user) {
        ServerName daemon = daemon(server, user);
        return connectors.status(daemon).orElseThrow(() -> servers.notActive(daemon, new UserId(user)));
    }

    void refresh(String server, String user, Optional<String> serviceMarker, InputStream body, String wait) {
        Waiting.parse(wait);
        ServerName daemon = daemon(server, user);
        ConnectorSelection selection = selection(serviceMarker, body);
        RequestReceipt receipt =
                connectors.refresh(daemon, selection).orElseThrow(() -> servers.notActive(daemon, new UserId(user)));
        Waiting.on(receipt, wait);
    }

    void restart(String server, String user, Optional<String> serviceMarker, InputStream body, String wait) {
        Waiting.parse(wait);
        ServerName daemon = daemon(server, user);
        ConnectorSelection selection = selection(serviceMarker, body);
        RequestReceipt receipt =
                connectors.restart(daemon, selection).orElseThrow(() -> servers.notActive(daemon, new UserId(user)));
        Waiting.on(receipt, wait);
    }

    private ServerName daemon(String server, String user) {
        ServerName daemon = new ServerName(server);
        servers.requireDaemon(daemon, new UserId(user));
        return daemon;
    }

    private static ConnectorSelection selection(Optional<String> serviceMarker, InputStream body) {
        return new ConnectorSelection(serviceMarker.map(DaemonRequests::service), ConnectorNameBody.read(body));
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
