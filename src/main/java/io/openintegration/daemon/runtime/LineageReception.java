package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.LineageEventCheck;
import java.util.List;
import java.util.Optional;

/** Takes in what producers of lineage send to a daemon, for those of its connectors that know what it is. */
final class LineageReception {

    private final ServerName daemon;
    private final DaemonEnvironment environment;

    LineageReception(ServerName daemon, DaemonEnvironment environment) {
        this.daemon = daemon;
        this.environment = environment;
    }

    private record Receiver(HostedConnector connector, LineageEventCheck check) {}

    /** As {@link OperatedDaemon#receiveLineage}, for these connectors. */
    int receive(List<HostedConnector> connectors, List<String> events) {
        List<Receiver> receivers = connectors.stream()
                .filter(connector -> !connector.isStoppedOnPurpose())
                .flatMap(connector -> check(connector).map(check -> new Receiver(connector, check)).stream())
                .toList();
        receivers.forEach(receiver -> events.forEach(receiver.check()::check));
        if (!receivers.isEmpty()) {
            environment
                    .state()
                    .lineage()
                    .file(
                            daemon,
                            receivers.stream()
                                    .map(receiver -> receiver.connector().name())
                                    .toList(),
                            events);
            receivers.forEach(receiver -> receiver.connector().prompt());
        }
        return receivers.size();
    }

    private Optional<LineageEventCheck> check(HostedConnector connector) {
        return environment
                .providers()
                .find(connector.report().slot().configuration().connection())
                .flatMap(IntegrationConnectorProvider::lineageEvents);
    }
}
