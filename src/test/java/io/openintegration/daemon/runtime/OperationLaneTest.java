package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation that is being ended means for those of others, where there is one place for all. */
class OperationLaneTest {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final WorkerPool pool =
            new WorkerPool(OperationLaneTest::thread, ParallelLimits.of(1), new SettableClock());
    private final Gate begun = new Gate();
    private final Gate gate = new Gate();
    private final AtomicInteger others = new AtomicInteger();

    @AfterEach
    void close() {
        gate.open();
        pool.close();
    }

    @Test
    void operationThatIsBeingEndedKeepsItsPlaceUntilItHasEnded() throws InterruptedException {
        OperationLane lane = laneWithWorkThatIgnoresInterrupts(FOREVER);
        OperationLane other = lane(FOREVER);
        other.submit(otherWork());

        lane.submit(new Operation(OperationKind.RESTART, Optional.empty(), operation -> {}));

        assertThat(pool.backlog().waiting()).isEqualTo(1);
        assertThat(others).hasValue(0);
        gate.open();
        DaemonBench.until(() -> others.get() == 1 && lane.isIdle());
    }

    @Test
    void operationThatIsGivenUpGivesItsPlaceBack() throws InterruptedException {
        OperationLane lane = laneWithWorkThatIgnoresInterrupts(Duration.ofMillis(1));
        lane(FOREVER).submit(otherWork());

        lane.submit(new Operation(OperationKind.RESTART, Optional.empty(), operation -> {}));

        DaemonBench.until(() -> others.get() == 1 && lane.isIdle());
    }

    private OperationLane laneWithWorkThatIgnoresInterrupts(Duration grace) throws InterruptedException {
        OperationLane lane = lane(grace);
        lane.submit(new Operation(OperationKind.SCHEDULED_REFRESH, Optional.empty(), operation -> {
            begun.open();
            gate.awaitStubbornly();
        }));
        begun.await();
        return lane;
    }

    private OperationLane lane(Duration grace) {
        return new OperationLane(pool, grace, Set::of, () -> {});
    }

    private Operation otherWork() {
        return new Operation(OperationKind.SCHEDULED_REFRESH, Optional.empty(), operation -> others.incrementAndGet());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pool");
        thread.setDaemon(true);
        return thread;
    }
}
