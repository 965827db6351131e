package io.openintegration.daemon.store.remote;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets those who would make the same thing do so one after the other: Egeria looks and then makes, so that several at once would
 * make several. A fixed number of locks; nobody takes two.
 */
final class Locks {

    private final Lock[] locks = new Lock[256];

    Locks() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    <T> T holding(Object key, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
