package io.openintegration.daemon.testing;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.FullComparison;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test's configuration document says of one connector.
 *
 * @param endpoint stands for everything that a life of the connector can see
 * @param metadataServer its service's
 * @param blocking whether it is engaged
 * @param hasMistake whether its section has a mistake
 */
public record ConnectorEntry(
        String name,
        String endpoint,
        HostingPolicy hosting,
        boolean blocking,
        IntegrationService service,
        String metadataServer,
        boolean hasMistake) {

    public static final ServerName DAEMON = new ServerName("daemon");

    /** Of the Files Integrator, refreshed every ten minutes. */
    public static ConnectorEntry of(String name) {
        return new ConnectorEntry(
                name,
                "first",
                HostingPolicy.every(Duration.ofMinutes(10)),
                false,
                IntegrationService.FILES,
                "store",
                false);
    }

    public ConnectorEntry at(String otherEndpoint) {
        return new ConnectorEntry(name, otherEndpoint, hosting, blocking, service, metadataServer, hasMistake);
    }

    public ConnectorEntry every(Duration otherInterval) {
        return hosted(new HostingPolicy(
                RefreshSchedule.every(otherInterval),
                hosting.restartPolicy(),
                hosting.deadlines(),
                hosting.removal(),
                hosting.approval()));
    }

    public ConnectorEntry on(RefreshSchedule schedule) {
        return hosted(new HostingPolicy(
                schedule, hosting.restartPolicy(), hosting.deadlines(), hosting.removal(), hosting.approval()));
    }

    public ConnectorEntry broughtBack(RestartPolicy policy) {
        return hosted(new HostingPolicy(
                hosting.schedule(), policy, hosting.deadlines(), hosting.removal(), hosting.approval()));
    }

    public ConnectorEntry within(OperationDeadlines deadlines) {
        return hosted(new HostingPolicy(
                hosting.schedule(), hosting.restartPolicy(), deadlines, hosting.removal(), hosting.approval()));
    }

    public ConnectorEntry removing(RemovalPolicy policy) {
        return hosted(new HostingPolicy(
                hosting.schedule(), hosting.restartPolicy(), hosting.deadlines(), policy, hosting.approval()));
    }

    /** Compared with the metadata server at that interval. */
    public ConnectorEntry compared(Duration interval) {
        return hosted(new HostingPolicy(
                hosting.schedule(),
                hosting.restartPolicy(),
                hosting.deadlines(),
                hosting.removal(),
                hosting.approval(),
                new FullComparison(Optional.of(interval))));
    }

    /** With blocking calls, or without. */
    public ConnectorEntry engaged(boolean usesBlockingCalls) {
        return new ConnectorEntry(name, endpoint, hosting, usesBlockingCalls, service, metadataServer, hasMistake);
    }

    public ConnectorEntry in(IntegrationService otherService) {
        return new ConnectorEntry(name, endpoint, hosting, blocking, otherService, metadataServer, hasMistake);
    }

    public ConnectorEntry with(String otherMetadataServer) {
        return new ConnectorEntry(name, endpoint, hosting, blocking, service, otherMetadataServer, hasMistake);
    }

    public ConnectorEntry broken() {
        return new ConnectorEntry(name, endpoint, hosting, blocking, service, metadataServer, true);
    }

    /** The document of a daemon with these connectors, those of a service together. */
    public static ServerConfiguration document(List<ConnectorEntry> entries) {
        Map<List<Object>, List<ConnectorEntry>> places = new LinkedHashMap<>();
        entries.forEach(
                entry -> places.computeIfAbsent(List.of(entry.service, entry.metadataServer), none -> new ArrayList<>())
                        .add(entry));
        return new ServerConfiguration(
                DAEMON,
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("user"),
                1000,
                places.values().stream().map(ConnectorEntry::service).toList(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private ConnectorEntry hosted(HostingPolicy policy) {
        return new ConnectorEntry(name, endpoint, policy, blocking, service, metadataServer, hasMistake);
    }

    private static IntegrationServiceConfiguration service(List<ConnectorEntry> entries) {
        ConnectorEntry first = entries.get(0);
        return new IntegrationServiceConfiguration(
                first.service,
                new MetadataServerRef("https://localhost:9443", new ServerName(first.metadataServer)),
                entries.stream().map(ConnectorEntry::configuration).toList());
    }

    private ConnectorConfiguration configuration() {
        return new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName(name),
                new UserId("user"),
                new Connection(
                        blocking ? ScriptedProvider.BLOCKING : ScriptedProvider.POLLING,
                        Optional.of(name + "@" + endpoint),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.empty(),
                hosting,
                blocking,
                PermittedSynchronization.FROM_THIRD_PARTY,
                hasMistake ? List.of(RuntimeMessage.BAD_SECTION.with(name, 1, "broken")) : List.of());
    }
}
