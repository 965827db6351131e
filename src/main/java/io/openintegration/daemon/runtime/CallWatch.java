package io.openintegration.daemon.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The call of one connector that is going on, if any. */
final class CallWatch {

    private final MonotonicClock time;
    private final AtomicReference<WatchedCall> present = new AtomicReference<>();
    private final OpenCalls open;

    CallWatch(MonotonicClock time, OpenCalls open) {
        this.time = time;
        this.open = open;
    }

    /** A call begins on this thread. One of an earlier life, that was abandoned and goes on, does not take another's place. */
    WatchedCall begin(Step step, long generation, CallLimits limits, Pulse pulse) {
        WatchedCall call = new WatchedCall(step, generation, limits, pulse, time.now());
        open.begun();
        present.updateAndGet(now -> now != null && now.generation() > generation ? now : call);
        return call;
    }

    /** The call has ended. Returns whether it counts; if not, it was given up before. */
    boolean end(WatchedCall call) {
        present.compareAndSet(call, null);
        open.ended();
        return call.end();
    }

    /** Whether it is this call that goes on. */
    boolean isPresent(WatchedCall call) {
        return present.get() == call;
    }

    Optional<WatchedCall> present() {
        return Optional.ofNullable(present.get());
    }
}
