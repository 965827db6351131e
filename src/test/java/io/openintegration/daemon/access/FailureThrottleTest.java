package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {

    private final SettableClock clock = new SettableClock();
    private final FailureThrottle throttle = new FailureThrottle(clock, 3);

    @Test
    void firstFailuresAreFree() {
        fail("a", 3);

        assertThat(throttle.closedFor("a")).isEmpty();
    }

    @Test
    void furtherFailuresCloseForATimeThatDoubles() {
        fail("a", 3);

        assertThat(throttle.failed("a")).contains(Duration.ofSeconds(1));
        assertThat(throttle.failed("a")).contains(Duration.ofSeconds(2));
        assertThat(throttle.failed("a")).contains(Duration.ofSeconds(4));
        clock.advance(Duration.ofSeconds(3));
        assertThat(throttle.closedFor("a")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.closedFor("a")).isEmpty();
    }

    @Test
    void closedTimeIsBounded() {
        fail("a", 200);

        assertThat(throttle.closedFor("a")).contains(FailureThrottle.LONGEST);
    }

    @Test
    void otherKeysStayOpen() {
        fail("a", 10);

        assertThat(throttle.closedFor("b")).isEmpty();
    }

    @Test
    void quietTimeAndSuccessForget() {
        fail("a", 3);
        clock.advance(FailureThrottle.WINDOW.plusMillis(1));
        assertThat(throttle.failed("a")).isEmpty();

        fail("b", 3);
        throttle.succeeded("b");
        assertThat(throttle.failed("b")).isEmpty();
    }

    @Test
    void memoryIsBoundedAndKeepsTheLatest() {
        fail("early", 10);
        IntStream.range(0, FailureThrottle.MOST_KEYS).forEach(i -> throttle.failed("user" + i));
        assertThat(throttle.size()).isEqualTo(FailureThrottle.MOST_KEYS);
        assertThat(throttle.closedFor("early")).isEmpty();
    }

    private void fail(String key, int times) {
        IntStream.range(0, times).forEach(i -> throttle.failed(key));
    }
}
