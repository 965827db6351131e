package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final SecurityEvents events = new SecurityEvents(log, clock);

    @Test
    void firstIsReportedAtOnceAndRepetitionsAreCounted() {
        IntStream.range(0, 1_000).forEach(i -> malformed("192.0.2.1"));
        assertThat(log.ids()).containsExactly("ACCESS-0003");

        clock.advance(SecurityEvents.WINDOW);
        events.flush();
        assertThat(log.ids()).containsExactly("ACCESS-0003", "ACCESS-0006");
        assertThat(log.entries().get(1).message().parameters()).containsExactly("ACCESS-0003", "192.0.2.1", "999");
    }

    @Test
    void nextMinuteBeginsAnew() {
        malformed("192.0.2.1");
        malformed("192.0.2.1");
        clock.advance(SecurityEvents.WINDOW);
        malformed("192.0.2.1");

        assertThat(log.ids()).containsExactly("ACCESS-0003", "ACCESS-0006", "ACCESS-0003");
    }

    @Test
    void onceIsNotCounted() {
        malformed("192.0.2.1");
        clock.advance(SecurityEvents.WINDOW);
        events.flush();

        assertThat(log.ids()).containsExactly("ACCESS-0003");
    }

    @Test
    void minuteThatIsNotOverIsNotReported() {
        malformed("192.0.2.1");
        malformed("192.0.2.1");
        clock.advance(SecurityEvents.WINDOW.minus(Duration.ofMillis(1)));
        events.flush();

        assertThat(log.ids()).hasSize(1);
    }

    @Test
    void subjectsAreReportedApartAsLongAsTheyAreFew() {
        IntStream.range(0, 10_000).forEach(i -> malformed("address " + i));
        assertThat(log.ids()).hasSize(SecurityEvents.MOST_SUBJECTS + 1);

        clock.advance(SecurityEvents.WINDOW);
        events.flush();
        assertThat(log.entries("ACCESS-0006")).hasSize(1);
        assertThat(log.entries("ACCESS-0006").get(0).message().parameters()).contains("others", "9499");
    }

    private void malformed(String address) {
        events.report("login", AccessMessage.LOGIN_MALFORMED.with(address), address);
    }
}
