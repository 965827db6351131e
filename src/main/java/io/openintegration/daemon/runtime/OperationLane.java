package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs the operations of one connector one at a time. An operation that arrives while another runs waits; one that
 * arrives while another waits joins it, unless either is to be done apart. A restart or stop interrupts what runs, gives it a grace period to end, then goes
 * on without it.
 */
final class OperationLane {

    private final WorkerPool workers;
    private final Duration grace;
    private final Supplier<Set<WorkTarget>> targets;
    private final Runnable abandoned;
    private Running current;
    private final Deque<Operation> queued = new ArrayDeque<>();

    /**
     * @param grace how long an interrupted operation may take to end
     * @param targets what operations are done with
     * @param abandoned told when an interrupted operation did not end
     */
    OperationLane(WorkerPool workers, Duration grace, Supplier<Set<WorkTarget>> targets, Runnable abandoned) {
        this.workers = workers;
        this.grace = grace;
        this.targets = targets;
        this.abandoned = abandoned;
    }

    synchronized void submit(Operation operation) {
        if (current == null) {
            begin(operation);
            return;
        }
        enqueue(operation);
        if (operation.kind().preempts() && !current.preempted) {
            preempt(current);
        }
    }

    /**
     * Ends what runs, without anything to take its place: interrupts it, and goes on without it after the grace period.
     *
     * @param still whether it is still what the caller means, asked while no other operation can begin
     */
    synchronized void cutShort(BooleanSupplier still) {
        if (current != null && !current.preempted && still.getAsBoolean()) {
            preempt(current);
        }
    }

    /**
     * What runs takes too long: it no longer keeps others from running.
     *
     * @param still as in {@link #cutShort}
     */
    synchronized void giveWay(BooleanSupplier still) {
        if (current != null && still.getAsBoolean()) {
            current.place.release();
        }
    }

    /**
     * What runs gives no sign of life, or gives one again: meanwhile others have its place.
     *
     * @param still as in {@link #cutShort}
     */
    synchronized void lendPlace(BooleanSupplier still, boolean silent) {
        if (current != null && still.getAsBoolean()) {
            current.place.lend(silent);
        }
    }

    /** Whether nothing runs and nothing waits. */
    synchronized boolean isIdle() {
        return current == null;
    }

    /** A restart or stop is done in the place of everything that waits. */
    private void enqueue(Operation operation) {
        Operation joined = operation;
        List<Operation> waiting = List.copyOf(queued);
        for (Operation other : waiting) {
            if (operation.kind().joins(other.kind())) {
                queued.remove(other);
                joined = other.joinedWith(joined);
            }
        }
        queued.add(joined);
    }

    private void begin(Operation operation) {
        Running running = new Running(operation);
        current = running;
        Runnable work = () -> run(running);
        running.place = switch (operation.kind()) {
            case ENGAGE -> workers.submitDedicated(work);
                // connectors that hang in disconnect must not keep the others from theirs when the daemon stops
            case STOP -> workers.submitControl(work);
            default -> workers.submit(work, targets.get());
        };
    }

    private void run(Running running) {
        if (!running.enter()) {
            return;
        }
        try {
            running.operation.run();
        } finally {
            left(running);
        }
    }

    private synchronized void left(Running running) {
        if (running.leave()) {
            ended(running);
        }
    }

    /** What is being ended keeps its place: given to others at once, it would let a restart of all call all at once. */
    private void preempt(Running running) {
        running.preempted = true;
        if (running.place.withdraw() || running.cancelBeforeStart()) {
            ended(running);
            return;
        }
        running.interrupt();
        workers.submitControl(() -> takeOver(running));
    }

    /** The next operation begins after that: from here on, what is abandoned must not be mistaken for it. */
    private void takeOver(Running running) {
        if (!running.awaitEnd(grace) && running.abandon()) {
            running.place.release();
            abandoned.run();
            ended(running);
        }
    }

    private synchronized void ended(Running running) {
        current = null;
        running.operation.end();
        if (!queued.isEmpty()) {
            begin(queued.remove());
        }
    }

    /** An operation that was handed to the pool. Its own lock guards the thread, so no interrupt can hit a stranger. */
    private static final class Running {

        private final Operation operation;
        private final CountDownLatch end = new CountDownLatch(1);
        private WorkerPool.Place place;
        private Thread thread;
        private boolean preempted;
        private boolean over;

        private Running(Operation operation) {
            this.operation = operation;
        }

        private synchronized boolean enter() {
            if (over) {
                return false;
            }
            thread = Thread.currentThread();
            return true;
        }

        private synchronized boolean cancelBeforeStart() {
            if (thread == null) {
                over = true;
            }
            return over;
        }

        private synchronized void interrupt() {
            if (thread != null && !over) {
                thread.interrupt();
            }
        }

        /** Called by the operation's thread at its end. Returns whether it was not abandoned before. */
        private synchronized boolean leave() {
            boolean counts = !over;
            over = true;
            // an interrupt meant for this operation must not hit the next one on this thread
            Thread.interrupted();
            end.countDown();
            return counts;
        }

        /** Returns whether it had not ended before. */
        private synchronized boolean abandon() {
            boolean counts = !over;
            over = true;
            return counts;
        }

        private boolean awaitEnd(Duration limit) {
            try {
                return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // the pool is being closed: nobody will wait for the operation any more
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
