package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call of {@code disconnect}. It can be interrupted while it goes on, but nothing keeps it from being made: where its thread
 * comes late, as it does in a process that was frozen, it is made late.
 */
final class DisconnectCall implements Runnable {

    private final ConnectorLife life;
    private final OpenCalls open;
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    private Optional<Thread> thread = Optional.empty();

    DisconnectCall(ConnectorLife life, OpenCalls open) {
        this.life = life;
        this.open = open;
    }

    @Override
    public void run() {
        begun();
        Optional<Throwable> thrown = Optional.empty();
        try {
            life.disconnect();
        } catch (Throwable e) {
            // handed on as it is: a future that failed would ask it for its wording, which may fail
            thrown = Optional.of(e);
        } finally {
            ended();
            end.complete(thrown);
        }
    }

    /** Waits for its end, and returns what it threw. */
    Optional<Throwable> await(Duration limit) throws InterruptedException, TimeoutException {
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void interrupt() {
        thread.ifPresent(Thread::interrupt);
    }

    private synchronized void begun() {
        thread = Optional.of(Thread.currentThread());
        open.begun();
    }

    private synchronized void ended() {
        thread = Optional.empty();
        open.ended();
        // an interrupt that was meant for this must not hit what the thread does next
        Thread.interrupted();
    }
}
