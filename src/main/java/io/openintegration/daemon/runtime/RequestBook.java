package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The latest requests, so that callers can ask what became of theirs. Safe from any thread. */
final class RequestBook {

    private static final int KEPT = 1_000;

    private final Clock clock;
    private final Map<RequestId, RequestReceipt> receipts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RequestId, RequestReceipt> eldest) {
            return size() > KEPT;
        }
    };

    RequestBook(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Enters a request that was carried out. */
    RequestReceipt enter(
            RequestReceipt.Kind kind, UserId by, Instant at, List<Message> skipped, Map<ConnectorName, Errand> parts) {
        RequestReceipt receipt = new RequestReceipt(new RequestId(UUID.randomUUID()), kind, by, at, skipped, parts);
        keep(receipt);
        return receipt;
    }

    synchronized void keep(RequestReceipt receipt) {
        receipts.put(receipt.id(), receipt);
    }

    synchronized Optional<RequestReceipt> find(RequestId id) {
        return Optional.ofNullable(receipts.get(id));
    }
}
