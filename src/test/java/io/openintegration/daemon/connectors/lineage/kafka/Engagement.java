package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.IntegrationConnector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** A connector at work on a thread of its own, as the daemon has it. */
final class Engagement {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;

    Engagement(IntegrationConnector<?> connector) {
        thread = new Thread(
                () -> {
                    try {
                        connector.engage();
                        end.complete(null);
                    } catch (Throwable failure) {
                        end.completeExceptionally(failure);
                    }
                },
                "engaged");
        thread.setDaemon(true);
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /** Waits until it has ended; returns what it ended by, empty where it returned. */
    Optional<Throwable> end() {
        Awaitility.await().atMost(BOUND).until(this::hasEnded);
        return failure();
    }

    /** What it ended by, if it has. */
    Optional<Throwable> failure() {
        return end.isCompletedExceptionally()
                ? Optional.of(end.handle((none, failure) -> failure).join())
                : Optional.empty();
    }

    /** Throws what it ended by, if it has. */
    void requireThatItGoesOn() {
        if (failure().orElse(null) instanceof ConnectorException expected) {
            throw expected;
        }
        failure().ifPresent(other -> {
            throw new IllegalStateException(other);
        });
    }
}
