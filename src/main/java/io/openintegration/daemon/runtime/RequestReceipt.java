package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a request: the work goes on after it was answered.
 *
 * @param skipped why connectors of the selection were left out
 * @param parts the work for each connector that was not left out
 */
public record RequestReceipt(
        RequestId id,
        Kind kind,
        UserId requestedBy,
        Instant requestedAt,
        List<Message> skipped,
        Map<ConnectorName, Errand> parts) {

    /** What was asked for. */
    public enum Kind {
        RESTART,
        REFRESH,
        /** A refresh that removes what was held back. */
        RELEASE,
        /** Another target state. */
        TARGET,
        /** What a refresh, or an undo, would do. */
        PLAN,
        /** To do what a plan says. */
        APPLY,
        /** To take back what a refresh did. */
        UNDO
    }

    public RequestReceipt {
        skipped = List.copyOf(skipped);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The same request by another name. */
    RequestReceipt withId(RequestId name) {
        return new RequestReceipt(name, kind, requestedBy, requestedAt, skipped, parts);
    }

    /** Completed when all the work has ended. */
    public CompletableFuture<Void> done() {
        return CompletableFuture.allOf(parts.values().stream().map(Errand::done).toArray(CompletableFuture<?>[]::new));
    }

    /** Waits until the work has ended, or the time is up. Returns whether it has ended. */
    public boolean await(Duration limit) throws InterruptedException {
        try {
            done().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
