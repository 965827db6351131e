package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshScheduleTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant END = Instant.parse("2026-11-25T06:00:00Z");

    private final RefreshSchedule daily = new RefreshSchedule(
            Duration.ofHours(1),
            Optional.of(CronSchedule.of("0 6 * * *", ZoneOffset.UTC)),
            Optional.of(START),
            Optional.of(END));

    @Test
    void intervalAloneHasNoFixedTimes() {
        assertThat(RefreshSchedule.every(Duration.ofHours(1)).nextFixedTime(START))
                .isEmpty();
    }

    @Test
    void fixedTimesAreThoseFromTheStartDateOnTheStartDateItselfIncluded() {
        assertThat(daily.nextFixedTime(START.minus(Duration.ofDays(30)))).contains(START);
        assertThat(daily.nextFixedTime(START.minusNanos(1))).contains(START);
        assertThat(daily.nextFixedTime(START)).contains(START.plus(Duration.ofDays(1)));
    }

    @Test
    void noFixedTimeComesAtOrAfterTheShutdownDate() {
        assertThat(daily.nextFixedTime(END.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(daily.nextFixedTime(END)).isEmpty();
    }

    @Test
    void windowIsOpenFromTheStartDateUntilBeforeTheShutdownDate() {
        assertThat(daily.isOpenAt(START.minusNanos(1))).isFalse();
        assertThat(daily.isOpenAt(START)).isTrue();
        assertThat(daily.isOpenAt(END.minusNanos(1))).isTrue();
        assertThat(daily.isOpenAt(END)).isFalse();
        assertThat(RefreshSchedule.every(Duration.ZERO).isOpenAt(START)).isTrue();
    }
}
