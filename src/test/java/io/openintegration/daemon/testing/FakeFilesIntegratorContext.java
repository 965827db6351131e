package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A context for files connectors: relative addresses are taken from a given directory. */
public final class FakeFilesIntegratorContext implements FilesIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("OakDeneLandingAreaFilesMonitor");
    public static final String FILE_SYSTEM = "testHost";

    private final Path base;
    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refreshRequests = new AtomicInteger();
    private final SettableClock clock = new SettableClock();

    public FakeFilesIntegratorContext(Path base) {
        this.base = base;
    }

    @Override
    public Path resolve(String address) {
        return base.resolve(address).toAbsolutePath().normalize();
    }

    @Override
    public String fileSystemName() {
        return FILE_SYSTEM;
    }

    @Override
    public ConnectorName connectorName() {
        return CONNECTOR;
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
    public RecordingAuditLog auditLog() {
        return auditLog;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** How often the connector asked for a refresh. */
    public int refreshRequests() {
        return refreshRequests.get();
    }

    @Override
    public void requestRefresh() {
        refreshRequests.incrementAndGet();
    }

    @Override
    public ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        };
    }

    /** How many threads that the connector took are still at work. */
    public long livingThreads() {
        return threads.stream().filter(Thread::isAlive).count();
    }

    @Override
    public void heartbeat() {
        // nobody watches
    }
}
