package io.openintegration.daemon.runtime;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The calls of one connector that are going on: the present one, if any, and those that were abandoned and have not ended since. */
final class CallWatch {

    private final MonotonicClock time;
    private final AtomicReference<WatchedCall> present = new AtomicReference<>();
    private final Set<WatchedCall> open = ConcurrentHashMap.newKeySet();

    CallWatch(MonotonicClock time) {
        this.time = time;
    }

    /** A call begins on this thread. One of an earlier life, that was abandoned and goes on, does not take another's place. */
    WatchedCall begin(Step step, long generation, CallLimits limits, Pulse pulse) {
        WatchedCall call = new WatchedCall(step, generation, limits, pulse, time.now());
        open.add(call);
        present.updateAndGet(now -> now != null && now.generation() > generation ? now : call);
        return call;
    }

    /** The call has ended. Returns whether it counts; if not, it was given up before. */
    boolean end(WatchedCall call) {
        present.compareAndSet(call, null);
        open.remove(call);
        return call.end();
    }

    /** How many calls hold a thread, whether anybody still waits for them or not. */
    int open() {
        return open.size();
    }

    /** Whether it is this call that goes on. */
    boolean isPresent(WatchedCall call) {
        return present.get() == call;
    }

    Optional<WatchedCall> present() {
        return Optional.ofNullable(present.get());
    }
}
