package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.LineageEventCheck;
import io.openintegration.daemon.spi.LineageReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Receiver> receivers = receivers(connectors);
        receivers.forEach(receiver -> events.forEach(receiver.check()::check));
        if (!receivers.isEmpty()) {
            file(receivers, events);
        }
        return receivers.size();
    }

    /** As {@link io.openintegration.daemon.spi.LineageIntegratorContext#accept}, for these connectors. */
    LineageReceipt accept(List<HostedConnector> connectors, List<String> events) {
        List<Receiver> receivers = receivers(connectors);
        if (receivers.isEmpty()) {
            return LineageReceipt.nothing(LineageReceipt.Outcome.UNCLAIMED);
        }
        List<String> good = new ArrayList<>();
        Map<Integer, Message> refused = new HashMap<>();
        for (int place = 0; place < events.size(); place++) {
            Optional<Message> reason = refusal(receivers, events.get(place));
            if (reason.isPresent()) {
                refused.put(place, reason.get());
            } else {
                good.add(events.get(place));
            }
        }
        try {
            file(receivers, good);
        } catch (InboxFullException full) {
            return LineageReceipt.nothing(LineageReceipt.Outcome.FULL);
        }
        return new LineageReceipt(LineageReceipt.Outcome.STORED, refused);
    }

    private List<Receiver> receivers(List<HostedConnector> connectors) {
        return connectors.stream()
                .filter(connector -> !connector.isStoppedOnPurpose())
                .flatMap(connector -> check(connector).map(check -> new Receiver(connector, check)).stream())
                .toList();
    }

    private static Optional<Message> refusal(List<Receiver> receivers, String event) {
        for (Receiver receiver : receivers) {
            try {
                receiver.check().check(event);
            } catch (ConnectorException bad) {
                return Optional.of(bad.reason());
            }
        }
        return Optional.empty();
    }

    private void file(List<Receiver> receivers, List<String> events) {
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

    private Optional<LineageEventCheck> check(HostedConnector connector) {
        return environment
                .providers()
                .find(connector.report().slot().configuration().connection())
                .flatMap(IntegrationConnectorProvider::lineageEvents);
    }
}
