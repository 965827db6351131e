package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One request to the connectors of a daemon, from its acceptance to its receipt. */
final class RequestToConnectors {

    private final RequestReceipt.Kind kind;
    private final UserId by;
    private final boolean named;
    private final RequestBook book;
    private final Instant at;
    private final List<Message> skipped = new ArrayList<>();
    private List<HostedConnector> willing;

    /** @param selected what the selection selects */
    RequestToConnectors(
            RequestReceipt.Kind kind,
            UserId by,
            ConnectorSelection selection,
            List<HostedConnector> selected,
            RequestBook book) {
        this.kind = kind;
        this.by = by;
        this.named = selection.connector().isPresent();
        this.willing = selected;
        this.book = book;
        this.at = book.now();
    }

    /**
     * Leaves out the connectors that refuse.
     *
     * @throws RequestRefusedException where the selection names such a connector
     */
    RequestToConnectors without(Function<HostedConnector, Optional<Message>> refusal) {
        List<HostedConnector> left = new ArrayList<>();
        for (HostedConnector connector : willing) {
            Optional<Message> why = refusal.apply(connector);
            if (why.isEmpty()) {
                left.add(connector);
            } else if (named) {
                throw new RequestRefusedException(why.get());
            } else {
                connector.considered();
                skipped.add(why.get());
            }
        }
        willing = left;
        return this;
    }

    RequestReceipt carryOut(Function<HostedConnector, Errand> work) {
        Map<ConnectorName, Errand> parts = new LinkedHashMap<>();
        willing.forEach(connector -> parts.put(connector.name(), work.apply(connector)));
        return book.enter(kind, by, at, skipped, parts);
    }
}
