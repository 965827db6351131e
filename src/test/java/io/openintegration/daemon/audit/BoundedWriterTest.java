package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedWriterTest {

    private static final WriterLimits LIMITS =
            new WriterLimits(10, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(10));

    /** Holds every write until it is let go, and fails while it is told to. */
    private static final class Target implements WriterTarget<Integer> {
        private final List<Integer> written = new CopyOnWriteArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger failuresLeft = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private final List<Integer> together = new CopyOnWriteArrayList<>();
        private volatile int mostAtATime = 1;

        @Override
        public int mostAtATime() {
            return mostAtATime;
        }

        @Override
        public void writeAll(List<Integer> items) throws Exception {
            together.add(items.size());
            WriterTarget.super.writeAll(items);
        }

        @Override
        public void write(Integer item) throws Exception {
            entered.countDown();
            gate.await();
            if (failuresLeft.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            written.add(item);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static final class Trouble implements WriterTrouble {
        private final AtomicInteger met = new AtomicInteger();

        @Override
        public void met(Throwable failure) {
            met.incrementAndGet();
        }

        @Override
        public void over() {}
    }

    private final Target target = new Target();
    private final Trouble trouble = new Trouble();
    private BoundedWriter<Integer> writer = writer(LIMITS);

    private BoundedWriter<Integer> writer(WriterLimits limits) {
        return new BoundedWriter<>(target, limits, task -> new Thread(task, "writer-test"), trouble);
    }

    @AfterEach
    void close() {
        target.gate.countDown();
        writer.close();
    }

    @Test
    void itemsThatWaitTogetherAreWrittenTogetherAsManyAsTheTargetLikes() throws InterruptedException {
        offer(1, 1);
        target.entered.await();
        target.mostAtATime = 3;
        offer(2, 9);
        target.gate.countDown();
        writer.close();

        assertThat(target.together).containsExactly(1, 3, 3, 2);
        assertThat(target.written).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void itemsAreWrittenInOrderBeforeClosingEnds() {
        offer(1, 9);
        target.gate.countDown();
        writer.close();

        assertThat(target.written).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(target.closed).hasValue(1);
        assertThat(writer.dropped()).isZero();
    }

    @Test
    void fullBufferDropsAndCounts() {
        offer(1, 10);

        assertThat(writer.offer(11, () -> {})).isFalse();
        assertThat(writer.offer(12, () -> {})).isFalse();
        assertThat(writer.dropped()).isEqualTo(2);
        assertThat(writer.backlog()).isEqualTo(10);
    }

    @Test
    void whoWasDroppedIsToldOnceWhenThereIsRoom() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        Runnable whenRoom = () -> {
            times.incrementAndGet();
            assertThat(writer.offer(99, () -> {})).isTrue();
            told.countDown();
        };
        offer(1, 10);
        writer.offer(11, whenRoom);
        writer.offer(12, whenRoom);
        target.gate.countDown();

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        writer.close();
        assertThat(times).hasValue(1);
        assertThat(target.written).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99);
    }

    @Test
    void failedItemIsTriedAgainAndOrderIsKept() {
        target.failuresLeft.set(5);
        target.gate.countDown();
        offer(1, 3);
        writer.close();

        assertThat(target.written).containsExactly(1, 2, 3);
        assertThat(trouble.met).hasValue(5);
    }

    @Test
    void closingEndsWithinTheFlushTimeThoughTheTargetHangs() {
        Target hanging = new Target();
        BoundedWriter<Integer> stuck = new BoundedWriter<>(
                hanging,
                new WriterLimits(10, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50)),
                Thread::new,
                trouble);
        IntStream.rangeClosed(1, 3).forEach(i -> stuck.offer(i, () -> {}));
        stuck.close();

        assertThat(stuck.dropped()).isEqualTo(3);
        assertThat(stuck.offer(4, () -> {})).isFalse();
    }

    @Test
    void closingEndsWithinTheFlushTimeThoughTheTargetIsAway() {
        target.failuresLeft.set(Integer.MAX_VALUE);
        target.gate.countDown();
        BoundedWriter<Integer> away =
                writer(new WriterLimits(10, Duration.ofMillis(1), Duration.ofSeconds(60), Duration.ofMillis(50)));
        away.offer(1, () -> {});
        away.close();

        assertThat(away.dropped()).isEqualTo(1);
    }

    @Test
    void interruptByTheContainerDoesNotSpoilTheFlush() throws InterruptedException {
        Thread[] thread = new Thread[1];
        Target calm = new Target();
        BoundedWriter<Integer> interrupted = new BoundedWriter<>(
                calm,
                LIMITS,
                task -> {
                    thread[0] = new Thread(task);
                    return thread[0];
                },
                trouble);
        IntStream.rangeClosed(1, 3).forEach(i -> interrupted.offer(i, () -> {}));
        assertThat(calm.entered.await(10, TimeUnit.SECONDS)).isTrue();
        calm.gate.countDown();
        thread[0].interrupt();
        interrupted.close();

        assertThat(calm.written).containsExactly(1, 2, 3);
    }

    @Test
    void waitsBetweenAttemptsGrowUpToTheLongest() {
        assertThat(LIMITS.retryAfter(1)).isEqualTo(Duration.ofMillis(1));
        assertThat(LIMITS.retryAfter(3)).isEqualTo(Duration.ofMillis(4));
        assertThat(LIMITS.retryAfter(1_000)).isEqualTo(Duration.ofMillis(5));
    }

    private void offer(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(i -> assertThat(writer.offer(i, () -> {})).isTrue());
    }
}
