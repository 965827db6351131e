package io.openintegration.daemon.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded buffer and one thread that writes what is in it, in order, as many items at a time as wait and the target likes. An
 * item is tried until the target takes it. A
 * buffer that overflowed takes items again once half of it has been written: what is missing then is one gap, and there
 * is room to report it.
 */
public final class BoundedWriter<T> implements AutoCloseable {

    private final WriterTarget<T> target;
    private final WriterLimits limits;
    private final WriterTrouble trouble;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition ending = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Set<Runnable> whenRoom = new LinkedHashSet<>();
    private long dropped;
    private boolean overflowed;
    private boolean closing;
    private boolean abandoned;
    private long flushEnd;

    /**
     * Starts the thread.
     *
     * @param threads makes the one thread
     * @param trouble is told of failures
     */
    public BoundedWriter(WriterTarget<T> target, WriterLimits limits, ThreadFactory threads, WriterTrouble trouble) {
        this.target = target;
        this.limits = limits;
        this.trouble = trouble;
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    /**
     * Puts an item into the buffer. Never blocks.
     *
     * @param whenThereIsRoom where the item is dropped, called once by the writer's thread when items are taken again
     * @return false where the item was dropped: the buffer is full, or the writer closed
     */
    public boolean offer(T item, Runnable whenThereIsRoom) {
        lock.lock();
        try {
            overflowed |= waiting.size() >= limits.capacity();
            if (closing || overflowed) {
                dropped++;
                whenRoom.add(whenThereIsRoom);
                return false;
            }
            waiting.add(item);
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Items that were taken and are not written yet. */
    public int backlog() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Items that were not taken, or given up when closing. */
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no more items, and waits for those in the buffer to be written, but no longer than the flush time; what is
     * left then is dropped.
     */
    @Override
    public void close() {
        beginClosing();
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(flushEnd() - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandonRest();
    }

    /** Takes no more items, and returns at once. The flush time begins with the first call. */
    public void beginClosing() {
        lock.lock();
        try {
            if (!closing) {
                closing = true;
                flushEnd = System.nanoTime() + limits.flushTime().toNanos();
            }
            arrived.signalAll();
            ending.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long flushEnd() {
        lock.lock();
        try {
            return flushEnd;
        } finally {
            lock.unlock();
        }
    }

    private void abandonRest() {
        lock.lock();
        try {
            abandoned = true;
            dropped += waiting.size();
            waiting.clear();
            ending.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            List<T> items = next();
            while (!items.isEmpty() && writeAtLast(items)) {
                written(items.size()).forEach(this::runGuarded);
                items = next();
            }
        } finally {
            runGuarded(target::close);
        }
    }

    /** The first items, left in their places until they are written; none when there will be no more. */
    private List<T> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                arrived.awaitUninterruptibly();
            }
            return waiting.stream().limit(target.mostAtATime()).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean writeAtLast(List<T> items) {
        int failures = 0;
        while (!tryToWrite(items)) {
            failures++;
            if (!pause(limits.retryAfter(failures).toNanos())) {
                return false;
            }
        }
        return true;
    }

    private boolean tryToWrite(List<T> items) {
        clearForeignInterrupt();
        try {
            target.writeAll(items);
            trouble.over();
            return true;
        } catch (Throwable e) { // also an Error: this thread has no successor
            if (!abandoned()) { // then it was our own interrupt
                trouble.met(e);
            }
            return false;
        }
    }

    private boolean abandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** A container interrupts its threads before it lets us close; that must not spoil the flush. */
    private void clearForeignInterrupt() {
        lock.lock();
        try {
            if (!abandoned) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the next attempt, less long when closing begins meanwhile; false where the rest was abandoned. */
    private boolean pause(long nanos) {
        lock.lock();
        try {
            boolean before = closing;
            long left = nanos;
            while (left > 0 && closing == before && !abandoned) {
                left = ending.awaitNanos(left);
            }
            return !abandoned;
        } catch (InterruptedException foreign) { // ends this wait, as a wake-up call does; see clearForeignInterrupt
            return !abandoned;
        } finally {
            lock.unlock();
        }
    }

    private List<Runnable> written(int count) {
        lock.lock();
        try {
            for (int item = 0; item < count; item++) {
                waiting.poll();
            }
            if (!overflowed || waiting.size() > limits.capacity() / 2) {
                return List.of();
            }
            overflowed = false;
            List<Runnable> told = List.copyOf(whenRoom);
            whenRoom.clear();
            return told;
        } finally {
            lock.unlock();
        }
    }

    private void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            trouble.met(e);
        }
    }
}
