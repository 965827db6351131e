package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration FIRST = Duration.ofMillis(200);

    @Test
    void eachPauseIsTwiceAsLongAsTheOneBefore() throws Exception {
        assertThat(pauses(() -> 0L))
                .containsExactly(FIRST, FIRST.multipliedBy(2), FIRST.multipliedBy(4), FIRST.multipliedBy(8));
    }

    /** Those who failed together do not come back together. */
    @Test
    void chanceMakesAPauseUpToHalfShorter() throws Exception {
        List<Duration> shortest = pauses(() -> -1L);
        for (int repeats = 0; repeats < shortest.size(); repeats++) {
            Duration half = FIRST.multipliedBy(1L << repeats).dividedBy(2);
            assertThat(shortest.get(repeats)).isBetween(half, half.plusNanos(1));
        }
    }

    private static List<Duration> pauses(RandomGenerator chance) throws InterruptedException {
        List<Duration> slept = new ArrayList<>();
        Pauses pauses = new Pauses(FIRST, chance, slept::add);
        for (int repeats = 0; repeats < 4; repeats++) {
            pauses.before(repeats);
        }
        return slept;
    }
}
