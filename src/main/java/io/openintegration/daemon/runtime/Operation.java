package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One thing to do with a connector, and those who wait for it to end. */
final class Operation {

    private final OperationKind kind;
    private final Optional<UserId> requestedBy;
    private final Consumer<Operation> work;
    private List<Errand> errands;

    /**
     * @param requestedBy empty where the daemon itself wants it
     * @param work must not throw
     */
    Operation(OperationKind kind, Optional<UserId> requestedBy, Consumer<Operation> work) {
        this(kind, requestedBy, work, List.of(new Errand()));
    }

    private Operation(
            OperationKind kind, Optional<UserId> requestedBy, Consumer<Operation> work, List<Errand> errands) {
        this.errands = errands;
        this.kind = kind;
        this.requestedBy = requestedBy;
        this.work = work;
    }

    OperationKind kind() {
        return kind;
    }

    Optional<UserId> requestedBy() {
        return requestedBy;
    }

    /**
     * Of an operation that was not handed to a lane yet: what ends when it has ended, was given up, or was absorbed by another that
     * has ended; where another one follows from it, when that has.
     */
    synchronized Errand errand() {
        return errands.get(errands.size() - 1);
    }

    void run() {
        work.accept(this);
    }

    /** It has led to this refresh. */
    synchronized void led(RunId begun) {
        errands.forEach(errand -> errand.led(begun));
    }

    /** The one that takes precedence, of equals the later; the other ends with it. For operations that wait. */
    Operation joinedWith(Operation later) {
        List<Errand> both =
                Stream.concat(handOver().stream(), later.handOver().stream()).toList();
        Operation joined = later.kind.absorbs(kind) ? later : this;
        joined.takeOn(both);
        return joined;
    }

    /** What is to be done after this one, for the same people: it ends for them when that does. */
    Operation followedBy(OperationKind next, Consumer<Operation> what) {
        return new Operation(next, requestedBy, what, handOver());
    }

    /** Tells everybody who waits. */
    void end() {
        handOver().forEach(Errand::end);
    }

    private synchronized List<Errand> handOver() {
        List<Errand> handed = errands;
        errands = List.of();
        return handed;
    }

    private synchronized void takeOn(List<Errand> handed) {
        errands = handed;
    }
}
