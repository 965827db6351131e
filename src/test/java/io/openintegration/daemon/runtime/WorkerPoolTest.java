package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The laws of the threads on which connectors are called. */
class WorkerPoolTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final AtomicBoolean noMoreThreads = new AtomicBoolean();
    private final WorkerPool pool = new WorkerPool(this::thread, ParallelLimits.of(1), new SettableClock());
    private final CountDownLatch ran = new CountDownLatch(2);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void workWaitsWhereThereIsNoThreadForIt() throws InterruptedException {
        noMoreThreads.set(true);
        pool.submit(ran::countDown, Set.of());
        assertThat(ran.getCount()).isEqualTo(2);

        noMoreThreads.set(false);
        pool.submit(ran::countDown, Set.of());

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatFoundNoThreadBeginsAtTheNextTickThoughNobodyElseComes() throws InterruptedException {
        noMoreThreads.set(true);
        pool.submit(ran::countDown, Set.of());
        pool.tick();
        assertThat(ran.getCount()).isEqualTo(2);

        noMoreThreads.set(false);
        pool.tick();

        Awaitility.await().atMost(BOUND).until(() -> ran.getCount() == 1);
    }

    @Test
    void workOfItsOwnThreadTakesAPlaceWhereThereIsNone() throws InterruptedException {
        noMoreThreads.set(true);
        pool.submitDedicated(ran::countDown);

        noMoreThreads.set(false);
        pool.submit(ran::countDown, Set.of());

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void controlRunsInTheReserveWhereThereAreNoThreadsAndHoldsUpNobodyWhoAsksForIt() throws InterruptedException {
        Gate gate = new Gate();
        noMoreThreads.set(true);

        pool.submitControl(gate::awaitStubbornly);
        pool.submitControl(ran::countDown);
        Awaitility.await().atMost(BOUND).until(() -> ran.getCount() == 1);
        pool.submitControl(gate::awaitStubbornly);
        pool.submitControl(ran::countDown);
        gate.open();

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void controlRunsInTheCallersThreadOnceThePoolIsClosed() {
        pool.close();

        pool.submitControl(ran::countDown);

        assertThat(ran.getCount()).isEqualTo(1);
    }

    @Test
    void closedPoolTakesWorkAndNeverRunsIt() {
        pool.close();
        AtomicInteger runs = new AtomicInteger();

        WorkerPool.Place place = pool.submit(runs::incrementAndGet, Set.of());

        assertThat(place.withdraw()).as("never begun").isTrue();
        assertThat(runs).hasValue(0);
    }

    @Test
    void poolWithoutPlacesIsRefused() {
        assertThatThrownBy(() -> ParallelLimits.of(0)).hasMessageContaining("daemon.connectors.parallel");
    }

    private Thread thread(Runnable work) {
        if (noMoreThreads.get()) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        Thread thread = new Thread(work, "pool");
        thread.setDaemon(true);
        return thread;
    }
}
