package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends of refreshes that the history has missed. Safe from any thread; one at a time tries to note them. */
final class UnkeptRuns {

    /** Of the oldest of more no end will be known. */
    private static final int MOST = 100;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final Deque<RunReport> ends = new ArrayDeque<>();
    private Optional<Duration> nextTry = Optional.empty();

    synchronized void add(RunReport ended) {
        if (ends.size() == MOST) {
            ends.removeFirst();
        }
        ends.addLast(ended);
    }

    synchronized List<RunReport> list() {
        return List.copyOf(ends);
    }

    /** Whether it is time to try; who is told so has to. */
    synchronized boolean isDue(Duration now) {
        if (ends.isEmpty() || nextTry.filter(time -> now.compareTo(time) < 0).isPresent()) {
            return false;
        }
        nextTry = Optional.of(now.plus(BETWEEN_TRIES));
        return true;
    }

    /** Notes them, the oldest first, until one cannot be noted. */
    void noteAll(Consumer<RunReport> note) {
        try {
            for (Optional<RunReport> end = first(); end.isPresent(); end = first()) {
                note.accept(end.get());
                remove(end.get());
            }
        } catch (RuntimeException stillAway) {
            // was told when it was missed; the next try is planned
            return;
        }
    }

    private synchronized Optional<RunReport> first() {
        return Optional.ofNullable(ends.peekFirst());
    }

    private synchronized void remove(RunReport noted) {
        ends.remove(noted);
    }
}
