package io.openintegration.daemon.configuration.documents;

import io.openintegration.daemon.metadata.ServerName;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One change of a document at a time. A fixed number of locks, shared by chance, so that names asked for cost nothing. */
final class DocumentLocks {

    private final List<ReentrantLock> locks =
            IntStream.range(0, 32).mapToObj(index -> new ReentrantLock()).toList();

    <T> T locked(ServerName server, Supplier<T> work) {
        // names that differ in letter case may be one file
        int hash = server.value().toLowerCase(Locale.ROOT).hashCode();
        ReentrantLock lock = locks.get(Math.floorMod(hash, locks.size()));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
