package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a request: the work goes on after it was answered.
 *
 * @param skipped why connectors of the selection were left out
 * @param done completed when all the work has ended, however it ended
 */
public record RequestReceipt(List<Message> skipped, CompletableFuture<Void> done) {

    public RequestReceipt {
        skipped = List.copyOf(skipped);
    }

    /** Waits until the work has ended, or the time is up. Returns whether it has ended. */
    public boolean await(Duration limit) throws InterruptedException {
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
