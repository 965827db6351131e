package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.MetadataStoreException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets those who would make the same thing do so one after the other: Egeria looks and then makes, so that several at once would
 * make several. A fixed number of locks; nobody takes two.
 */
final class Locks {

    private final Lock[] locks = new Lock[256];
    private final Function<InterruptedException, MetadataStoreException> givenUp;

    /** @param givenUp what those are told who are interrupted while they wait */
    Locks(Function<InterruptedException, MetadataStoreException> givenUp) {
        this.givenUp = givenUp;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    <T> T holding(Object key, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException ended) {
            throw givenUp.apply(ended);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
