package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries connections in steps, one of each connector at a time, beside the connector itself and whatever state that is in. A test that
 * does not end keeps its connector from being tried again, and so from holding more than one thread.
 */
final class ConnectionTrials {

    /** Each step has limits of its own by the connector's configuration. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final DaemonEnvironment environment;
    private final Duration limit;
    private final Set<ConnectorName> underWay = ConcurrentHashMap.newKeySet();

    ConnectionTrials(DaemonEnvironment environment, Duration limit) {
        this.environment = environment;
        this.limit = limit;
    }

    /**
     * Waits until it has ended, at the most for the limit; then interrupts it.
     *
     * @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-409-017} where one is under way, {@code -409-018} where the
     *     connector offers none
     */
    ConnectionTrial carryOut(ConnectorSlot slot) {
        if (!underWay.add(slot.name())) {
            throw new RequestRefusedException(RuntimeMessage.TRIAL_UNDER_WAY.with(slot.name()));
        }
        TriedConnector tried = new TriedConnector(slot, environment);
        FutureTask<Void> test = new FutureTask<>(() -> run(tried, slot.name()), null);
        try {
            environment.workers().submitPart(test);
        } catch (RuntimeException | OutOfMemoryError noThread) {
            underWay.remove(slot.name());
            throw noThread;
        }
        boolean finished = hasEnded(test);
        if (!finished) {
            test.cancel(true);
            environment.workers().submitControl(tried::disconnect);
        }
        if (!tried.isOffered()) {
            throw new RequestRefusedException(RuntimeMessage.NO_TRIAL.with(slot.name()));
        }
        return new ConnectionTrial(tried.steps(), finished);
    }

    private void run(TriedConnector tried, ConnectorName connector) {
        try {
            tried.run();
        } finally {
            underWay.remove(connector);
        }
    }

    private boolean hasEnded(FutureTask<Void> test) {
        try {
            test.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | CancellationException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
