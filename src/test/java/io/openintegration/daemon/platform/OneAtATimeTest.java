package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OneAtATimeTest {

    private final OneAtATime turns = new OneAtATime(Duration.ofMillis(20));

    @Test
    void requestWhoseTurnDoesNotComeIsSentAwayAndWhatMustBeDoneWaits() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Long> longStep = CompletableFuture.supplyAsync(() -> turns.inTurn(() -> {
            began.countDown();
            await(end);
            return 1L;
        }));
        began.await();

        assertThatThrownBy(() -> turns.inTurn(() -> 2L))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("SERVER-CONFIGURATION-503-001");
        CompletableFuture<Long> patient = CompletableFuture.supplyAsync(() -> turns.atAnyTime(() -> 3L));
        end.countDown();
        assertThat(longStep.join()).isEqualTo(1L);
        assertThat(patient.join()).isEqualTo(3L);
        assertThat(turns.inTurn(() -> 5L)).isEqualTo(5L);
    }

    @Test
    void failedStepGivesTheTurnBack() {
        assertThatThrownBy(() -> turns.inTurn(() -> {
                    throw new IllegalStateException("step");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(CompletableFuture.supplyAsync(() -> turns.inTurn(() -> 1L)).join())
                .isEqualTo(1L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
