package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    @DisplayName(
            "what comes while something is committed is committed together, in its order, by groups of the greatest size")
    void together() throws Exception {
        List<List<Integer>> commits = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        GroupCommit<Integer> commit = new GroupCommit<>(2, items -> {
            commits.add(items);
            begun.countDown();
            go.acquireUninterruptibly();
        });
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> commit.store(List.of(1))));
            begun.await();
            for (int number = 2; number <= 4; number++) {
                int next = number;
                all.add(threads.submit(() -> commit.store(List.of(next))));
            }
            go.release(4);
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(commits.get(0)).containsExactly(1);
        assertThat(commits).allMatch(items -> items.size() <= 2);
        assertThat(commits.stream().flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    @DisplayName("a commit that fails fails for those whose items were in it, and the next one is made all the same")
    void fails() {
        List<Integer> stored = new ArrayList<>();
        GroupCommit<Integer> commit = new GroupCommit<>(10, items -> {
            if (items.contains(0)) {
                throw new IllegalStateException("zero");
            }
            stored.addAll(items);
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> commit.store(List.of(0)))
                .withMessage("zero");
        commit.store(List.of(1, 2));

        assertThat(stored).containsExactly(1, 2);
    }
}
