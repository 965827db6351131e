package io.openintegration.daemon.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.audit.AuditConsumption.Facts;
import io.openintegration.daemon.audit.AuditDelivery;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of the audit log: what waits, what is lost, how late it is. */
class AuditFiguresTest {

    private final SettableClock clock = new SettableClock();
    private final Meters meters = new Meters();
    private volatile Facts facts = facts(Duration.ZERO, Optional.empty());
    private final AuditFigures figures = new AuditFigures(meters.registry(), () -> facts, clock);

    @Test
    void backlogAndGapsOfEachDestinationAreShown() {
        figures.update(List.of(delivery("console", 3, 0), delivery("queue", 10_000, 17)));

        assertThat(meters.value(MeterName.AUDIT_BACKLOG, "destination=console")).contains(3.0);
        assertThat(meters.value(MeterName.AUDIT_DROPPED, "destination=console")).contains(0.0);
        assertThat(meters.value(MeterName.AUDIT_BACKLOG, "destination=queue")).contains(10_000.0);
        assertThat(meters.value(MeterName.AUDIT_DROPPED, "destination=queue")).contains(17.0);
    }

    @Test
    void figuresMoveWithTheDestination() {
        figures.update(List.of(delivery("queue", 10_000, 17)));
        figures.update(List.of(delivery("queue", 0, 18)));

        assertThat(meters.value(MeterName.AUDIT_BACKLOG, "destination=queue")).contains(0.0);
        assertThat(meters.value(MeterName.AUDIT_DROPPED, "destination=queue")).contains(18.0);
    }

    @Test
    void whatADestinationHasLostIsNotForgottenWithIt() {
        figures.update(List.of(delivery("files", 0, 5)));
        figures.update(List.of());

        assertThat(meters.value(MeterName.AUDIT_DROPPED, "destination=files")).contains(5.0);
    }

    @Test
    void lagIsTheAgeOfTheRecordThatWasFiledLast() {
        assertThat(lag()).contains(0.0);

        facts = facts(Duration.ofMillis(1_500), Optional.empty());

        assertThat(lag()).contains(1.5);
    }

    @Test
    void lagGrowsWhileRecordsCannotBeFiled() {
        facts = facts(Duration.ofSeconds(2), Optional.of(clock.instant()));
        assertThat(lag()).contains(2.0);

        clock.advance(Duration.ofMinutes(10));

        assertThat(lag()).contains(600.0);
    }

    private Optional<Double> lag() {
        return meters.value(MeterName.AUDIT_LAG);
    }

    private static AuditDelivery delivery(String destination, int backlog, long dropped) {
        return new AuditDelivery(destination, backlog, dropped, Optional.empty(), Optional.empty());
    }

    private static Facts facts(Duration lag, Optional<Instant> failingSince) {
        return new Facts(1, 0, Optional.empty(), lag, failingSince, Optional.empty());
    }
}
