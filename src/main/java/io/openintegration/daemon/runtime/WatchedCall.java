package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * One call of a connector while it lasts. Either it ends, or it is given up: what comes first decides, once and for all.
 * Ended by its own thread, looked at by the timer's.
 */
final class WatchedCall {

    /** Deeper frames say nothing about what the call waits for. */
    private static final int FRAMES = 60;

    private final Step step;
    private final long generation;
    private final CallLimits limits;
    private final Pulse pulse;
    private final Duration begin;
    private final Thread thread = Thread.currentThread();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.GOING_ON);
    private Duration lastSign;
    private long lastCount;
    private boolean stuck;
    private volatile Optional<Failure> whyGivenUp = Optional.empty();

    private enum Phase {
        GOING_ON,
        ENDED,
        GIVEN_UP
    }

    /** What a look at the call found. */
    enum Finding {
        NOTHING_NEW,
        STUCK,
        ALIVE_AGAIN
    }

    /** What a call can be beyond. */
    enum Limit {
        DEADLINE,
        HEARTBEAT
    }

    /** To be made on the thread that makes the call. */
    WatchedCall(Step step, long generation, CallLimits limits, Pulse pulse, Duration now) {
        this.step = step;
        this.generation = generation;
        this.limits = limits;
        this.pulse = pulse;
        this.begin = now;
        this.lastSign = now;
        this.lastCount = pulse.count();
    }

    Step step() {
        return step;
    }

    long generation() {
        return generation;
    }

    /** Whether the call counts; if not, it was given up before. */
    boolean end() {
        return phase.compareAndSet(Phase.GOING_ON, Phase.ENDED);
    }

    /** Whether the call is given up by this; if not, it has ended, or was given up before. */
    boolean giveUp(Failure why) {
        if (!isGoingOn()) {
            return false;
        }
        whyGivenUp = Optional.of(why);
        return phase.compareAndSet(Phase.GOING_ON, Phase.GIVEN_UP);
    }

    /** Empty unless it was given up. */
    Optional<Failure> whyGivenUp() {
        return phase.get() == Phase.GIVEN_UP ? whyGivenUp : Optional.empty();
    }

    /** Whether it has neither ended nor been given up. */
    boolean isGoingOn() {
        return phase.get() == Phase.GOING_ON;
    }

    /** The limit that it is beyond, if any. */
    synchronized Optional<Limit> overdue(Duration now) {
        feelPulse(now);
        if (isOver(limits.deadline(), begin, now)) {
            return Optional.of(Limit.DEADLINE);
        }
        return isOver(limits.heartbeat(), lastSign, now) ? Optional.of(Limit.HEARTBEAT) : Optional.empty();
    }

    /** Whether it is stuck; each change is found once. */
    synchronized Finding look(Duration now) {
        feelPulse(now);
        boolean silent = isOver(limits.stuckAfter(), lastSign, now);
        if (silent == stuck) {
            return Finding.NOTHING_NEW;
        }
        stuck = silent;
        return silent ? Finding.STUCK : Finding.ALIVE_AGAIN;
    }

    private void feelPulse(Duration now) {
        long count = pulse.count();
        if (count != lastCount) {
            lastCount = count;
            lastSign = now;
        }
    }

    /** How long it has given no sign of life. */
    synchronized Duration silence(Duration now) {
        feelPulse(now);
        return now.minus(lastSign);
    }

    Duration lasted(Duration now) {
        return now.minus(begin);
    }

    /** Where the call is now, innermost frame first; empty where it is over. */
    List<String> stack() {
        List<String> frames = Stream.of(thread.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
        return phase.get() == Phase.ENDED ? List.of() : frames;
    }

    private static boolean isOver(Optional<Duration> limit, Duration since, Duration now) {
        return limit.filter(longest -> now.minus(since).compareTo(longest) >= 0).isPresent();
    }
}
