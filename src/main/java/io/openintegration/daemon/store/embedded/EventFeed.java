package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last events of one life of a metadata server, for any number of readers, each of whom only knows a place. Writers append and
 * never wait for readers. A place is the name of this life and a number.
 */
final class EventFeed implements StoreEvents {

    static final int KEPT = 10_000;

    private final String life = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<StoreEvent> kept = new ArrayDeque<>();

    /** The number of the last event: as many as there were. */
    private long last;

    private boolean open = true;

    void publish(Collection<StoreEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            kept.addAll(events);
            last += events.size();
            while (kept.size() > KEPT) {
                kept.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Readers are told that they missed something: more has changed than could be told one by one. */
    void skip() {
        lock.lock();
        try {
            kept.clear();
            last++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Readers are told that nothing follows. */
    void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String now() {
        lock.lock();
        try {
            return place(last);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Reading> after(String place, int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<Long> number = number(place);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            long left = patience.toNanos();
            while (open && last == number.get() && left > 0) {
                left = changed.awaitNanos(left);
            }
            // Again: while it waited, more may have come than are kept.
            return number(place).map(from -> new Reading(from(from, most), open));
        } finally {
            lock.unlock();
        }
    }

    private List<Placed> from(long number, int most) {
        long first = last - kept.size();
        List<Placed> events = new ArrayList<>();
        long next = number;
        for (StoreEvent event : kept.stream().skip(number - first).limit(most).toList()) {
            next++;
            events.add(new Placed(place(next), event));
        }
        return events;
    }

    private String place(long number) {
        return life + "." + number;
    }

    /** Empty where it is no place of this life, or what follows it is not kept. */
    private Optional<Long> number(String place) {
        String prefix = life + ".";
        if (!place.startsWith(prefix) || !place.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(place.substring(prefix.length()));
        return number > last || number < last - kept.size() ? Optional.empty() : Optional.of(number);
    }
}
