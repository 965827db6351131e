package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    @DisplayName(
            "what comes while something is committed is committed together, in its order, by groups of the greatest size")
    void together() throws Exception {
        List<List<Integer>> commits = new ArrayList<>();
        List<Throwable> failures = group(2, List.of(1, 2, 3, 4), (items, again) -> commits.add(items));

        assertThat(failures).isEmpty();
        assertThat(commits).containsExactly(List.of(1), List.of(2, 3), List.of(4));
    }

    @Test
    @DisplayName("a commit that fails fails for those whose items were in it, and the next one is made all the same")
    void fails() {
        List<Integer> stored = new ArrayList<>();
        GroupCommit<Integer> commit = new GroupCommit<>(
                10,
                (items, again) -> {
                    requireNoZero(items);
                    stored.addAll(items);
                },
                failure -> true);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> commit.store(List.of(0)))
                .withMessage("zero");
        commit.store(List.of(1, 2));

        assertThat(stored).containsExactly(1, 2);
    }

    @Test
    @DisplayName("items that cannot be stored fail the thread that brought them, and those of the others are stored")
    void othersAreStored() throws Exception {
        List<List<Integer>> attempts = new ArrayList<>();
        List<Integer> stored = new ArrayList<>();
        List<Throwable> failures = group(10, List.of(9, 1, 0, 2), (items, again) -> {
            attempts.add(items);
            assertThat(again).isEqualTo(attempts.size() > 2);
            requireNoZero(items);
            stored.addAll(items);
        });

        assertThat(stored).containsExactlyInAnyOrder(9, 1, 2);
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasSize(5);
    }

    @Test
    @DisplayName("a failure that is not about items fails everybody at once: nobody waits for it once more")
    void allFail() throws Exception {
        List<List<Integer>> attempts = new ArrayList<>();
        List<Throwable> failures = group(10, List.of(9, 1, 0, 2), (items, again) -> {
            attempts.add(items);
            if (items.size() > 1) {
                throw new UnsupportedOperationException("away");
            }
        });

        assertThat(failures).hasSize(3).allMatch(UnsupportedOperationException.class::isInstance);
        assertThat(attempts).hasSize(2);
    }

    /** Has the first number stored, and while that goes on the others brought in turn, each by a thread of its own; returns what failed. */
    private static List<Throwable> group(int most, List<Integer> numbers, GroupCommit.Commit<Integer> work)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        GroupCommit<Integer> commit = new GroupCommit<>(
                most,
                (items, again) -> {
                    begun.countDown();
                    go.acquireUninterruptibly();
                    work.store(items, again);
                },
                IllegalStateException.class::isInstance);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = numbers.stream()
                .map(number -> new Thread(() -> commit.store(List.of(number))))
                .toList();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure)));
        threads.get(0).start();
        begun.await();
        for (Thread thread : threads.subList(1, threads.size())) {
            thread.start();
            Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
        }
        go.release(100);
        for (Thread thread : threads) {
            thread.join();
        }
        return failures;
    }

    private static void requireNoZero(List<Integer> items) {
        if (items.contains(0)) {
            throw new IllegalStateException("zero");
        }
    }
}
