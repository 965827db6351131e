package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationContext;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** What the contexts of all services have, for one connector that is tested by itself. */
abstract class FakeIntegrationContext implements IntegrationContext {

    private static final long BOUND_MILLIS = 20_000;

    private final ConnectorName connector;
    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final SettableClock clock = new SettableClock();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refreshRequests = new AtomicInteger();
    private volatile Runnable onRefreshRequest = () -> {};

    FakeIntegrationContext(ConnectorName connector) {
        this.connector = connector;
    }

    @Override
    public final ConnectorName connectorName() {
        return connector;
    }

    @Override
    public PermittedSynchronization permittedSynchronization() {
        return PermittedSynchronization.FROM_THIRD_PARTY;
    }

    @Override
    public Optional<MetadataSource> metadataSource() {
        return Optional.empty();
    }

    @Override
    public final RecordingAuditLog auditLog() {
        return auditLog;
    }

    @Override
    public final SettableClock clock() {
        return clock;
    }

    @Override
    public final void heartbeat() {
        // nobody watches
    }

    @Override
    public void requestRefresh() {
        refreshRequests.incrementAndGet();
        onRefreshRequest.run();
    }

    /** What is done with each request for a refresh, on the thread that asks: it may keep it waiting. */
    public final void onRefreshRequest(Runnable work) {
        onRefreshRequest = work;
    }

    /** How often the connector asked for a refresh. */
    public final int refreshRequests() {
        return refreshRequests.get();
    }

    @Override
    public final ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(work, connector.value());
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
    }

    /** How many threads that the connector took are still at work. */
    public final long livingThreads() {
        return threads.stream().filter(Thread::isAlive).count();
    }

    /** Waits for the threads that the connector took; returns whether all of them came to their end. */
    public final boolean threadsEnd() {
        try {
            for (Thread thread : threads) {
                thread.join(BOUND_MILLIS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        return livingThreads() == 0;
    }
}
