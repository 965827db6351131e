package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which connectors a daemon hosts, and in which services, in the order of its configuration document. It never changes: a
 * changed configuration makes another roster, so whoever looks at one sees one configuration, not parts of two.
 */
final class ConnectorRoster {

    private final ServerName daemon;
    private final Map<ConnectorName, HostedConnector> connectors = new LinkedHashMap<>();
    private final Map<IntegrationService, List<HostedConnector>> services = new LinkedHashMap<>();

    /**
     * @param hosting finds, or makes, the connector of a slot
     */
    ConnectorRoster(ServerConfiguration configuration, Function<ConnectorSlot, HostedConnector> hosting) {
        this.daemon = configuration.name();
        for (IntegrationServiceConfiguration service : configuration.integrationServices()) {
            List<HostedConnector> inService = services.computeIfAbsent(service.service(), none -> new ArrayList<>());
            service.connectors().forEach(connector -> {
                HostedConnector hosted = hosting.apply(
                        new ConnectorSlot(daemon, service.service(), service.metadataServer(), connector));
                connectors.put(hosted.name(), hosted);
                inService.add(hosted);
            });
        }
    }

    List<HostedConnector> connectors() {
        return List.copyOf(connectors.values());
    }

    Set<ConnectorName> names() {
        return Set.copyOf(connectors.keySet());
    }

    Optional<HostedConnector> find(ConnectorName name) {
        return Optional.ofNullable(connectors.get(name));
    }

    /** Those of a service; none where the daemon does not have it. */
    List<HostedConnector> in(IntegrationService service) {
        return services.getOrDefault(service, List.of());
    }

    /** The metadata servers that connectors wait for, each with a user to ask them by. */
    Map<MetadataServerRef, UserId> missedServers() {
        Map<MetadataServerRef, UserId> missed = new HashMap<>();
        connectors.values().forEach(connector -> connector
                .waitsFor()
                .ifPresent(server -> missed.putIfAbsent(
                        server, connector.report().slot().configuration().user())));
        return missed;
    }

    List<ServiceReport> reports() {
        return services.entrySet().stream()
                .map(service -> new ServiceReport(
                        service.getKey(),
                        service.getValue().stream().map(HostedConnector::report).toList()))
                .toList();
    }

    /**
     * @throws RequestRefusedException where the selection names a service or connector that this daemon does not have
     */
    List<HostedConnector> select(ConnectorSelection selection) {
        Optional<List<HostedConnector>> inService = selection.service().map(this::inService);
        if (selection.connector().isEmpty()) {
            return inService.orElseGet(this::connectors);
        }
        ConnectorName name = selection.connector().get();
        HostedConnector named = find(name)
                .orElseThrow(() -> new RequestRefusedException(RuntimeMessage.UNKNOWN_CONNECTOR.with(name, daemon)));
        if (inService.filter(members -> !members.contains(named)).isPresent()) {
            throw new RequestRefusedException(RuntimeMessage.CONNECTOR_ELSEWHERE.with(
                    name,
                    daemon,
                    serviceOf(named).fullName(),
                    selection.service().get().fullName()));
        }
        return List.of(named);
    }

    private List<HostedConnector> inService(IntegrationService service) {
        List<HostedConnector> members = services.get(service);
        if (members == null) {
            throw new RequestRefusedException(RuntimeMessage.SERVICE_NOT_HERE.with(service.urlMarker(), daemon));
        }
        return members;
    }

    private IntegrationService serviceOf(HostedConnector connector) {
        return connector.report().slot().service();
    }
}
