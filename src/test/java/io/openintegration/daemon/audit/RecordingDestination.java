package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what is written to it; hangs or fails while it is told to. May be opened again and again. */
final class RecordingDestination implements AuditDestination {

    final List<AuditRecord> written = new CopyOnWriteArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile boolean failing;
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final String name;

    RecordingDestination(String name) {
        this.name = name;
    }

    /** Counts how often it is opened. */
    RecordingDestination open() {
        opened.incrementAndGet();
        return this;
    }

    List<Long> sequences() {
        return written.stream().map(AuditRecord::sequence).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(AuditRecord auditRecord) throws IOException, InterruptedException {
        gate.await();
        if (failing) {
            throw new IOException("disk full");
        }
        written.add(auditRecord);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
