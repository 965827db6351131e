package io.openintegration.daemon.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest requests, so that callers can ask what became of theirs. Safe from any thread. */
final class RequestBook {

    private static final int KEPT = 1_000;

    private final Map<RequestId, RequestReceipt> receipts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RequestId, RequestReceipt> eldest) {
            return size() > KEPT;
        }
    };

    synchronized RequestReceipt keep(RequestReceipt receipt) {
        receipts.put(receipt.id(), receipt);
        return receipt;
    }

    synchronized Optional<RequestReceipt> find(RequestId id) {
        return Optional.ofNullable(receipts.get(id));
    }
}
