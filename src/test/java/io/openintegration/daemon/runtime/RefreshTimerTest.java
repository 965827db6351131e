package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.CronSchedule;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** When a connector is due, whatever is done to the clock. */
class RefreshTimerTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final RefreshSchedule AT_TWO = new RefreshSchedule(
            Duration.ZERO,
            Optional.of(CronSchedule.of("0 2 * * *", ZoneOffset.UTC)),
            Optional.empty(),
            Optional.empty());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T01:00:00Z"));

    @Test
    void intervalCountsFromTheEndOfTheLastRefresh() {
        RefreshTimer timer = timer(RefreshSchedule.every(INTERVAL), () -> 0);
        assertThat(timer.isDue()).as("before the first refresh").isFalse();

        timer.restart();
        clock.advance(INTERVAL.minusSeconds(1));
        assertThat(timer.isDue()).isFalse();
        clock.advance(Duration.ofSeconds(1));

        assertThat(timer.isDue()).isTrue();
        assertThat(timer.isDue()).as("until the next refresh has ended").isFalse();
    }

    @Test
    void intervalDoesNotMindWhatIsDoneToTheTimeOfDay() {
        RefreshTimer timer = timer(RefreshSchedule.every(INTERVAL), () -> 0);
        timer.restart();

        clock.set(clock.instant().plus(Duration.ofDays(365)));
        assertThat(timer.isDue()).isFalse();
        clock.set(clock.instant().minus(Duration.ofDays(800)));
        assertThat(timer.isDue()).isFalse();
        clock.advance(INTERVAL);

        assertThat(timer.isDue()).isTrue();
    }

    @Test
    void chanceMakesIntervalsLongerByATenthAtTheMost() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            RefreshTimer timer = timer(RefreshSchedule.every(INTERVAL), random);
            timer.restart();

            assertThat(timer.next().orElseThrow())
                    .isBetween(
                            clock.instant().plus(INTERVAL),
                            clock.instant().plus(INTERVAL).plus(Duration.ofSeconds(30)));
        }
    }

    @Test
    void ofIntervalAndFixedTimeWhicheverComesFirstMakesItDue() {
        RefreshSchedule both = new RefreshSchedule(INTERVAL, AT_TWO.cron(), Optional.empty(), Optional.empty());
        RefreshTimer timer = timer(both, () -> 0);
        clock.set(Instant.parse("2026-03-10T01:45:00Z"));

        timer.restart();
        assertThat(timer.next()).as("interval").contains(Instant.parse("2026-03-10T01:55:00Z"));
        clock.advance(INTERVAL);
        assertThat(timer.isDue()).isTrue();
        timer.restart();
        assertThat(timer.next()).as("fixed time").contains(Instant.parse("2026-03-10T02:00:00Z"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(timer.isDue()).isTrue();
        timer.restart();

        assertThat(timer.next()).as("interval again").contains(Instant.parse("2026-03-10T02:10:00Z"));
    }

    @Test
    void fixedTimeComesOnceADay() {
        RefreshTimer timer = timer(AT_TWO, () -> 0);

        int due = 0;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            due += timer.isDue() ? 1 : 0;
        }

        assertThat(due).isEqualTo(3);
    }

    @Test
    void fixedTimesThatWereMissedAreMadeUpForOnce() {
        RefreshTimer timer = timer(AT_TWO, () -> 0);

        clock.advance(Duration.ofDays(5));

        assertThat(timer.isDue()).isTrue();
        assertThat(timer.isDue()).isFalse();
        assertThat(timer.next()).contains(Instant.parse("2026-03-15T02:00:00Z"));
    }

    @Test
    void fixedTimeThatPassesDuringARefreshIsNotForgottenAtItsEnd() {
        RefreshTimer timer = timer(AT_TWO, () -> 0);
        clock.advance(Duration.ofHours(2));

        timer.restart();

        assertThat(timer.isDue()).isTrue();
    }

    @Test
    void clockThatIsSetBackALittleDoesNotBringAFixedTimeTwice() {
        RefreshTimer timer = timer(AT_TWO, () -> 0);
        clock.advance(Duration.ofHours(1));
        assertThat(timer.isDue()).isTrue();

        clock.set(Instant.parse("2026-03-10T01:30:00Z"));
        assertThat(timer.isDue()).isFalse();
        clock.advance(Duration.ofHours(1));

        assertThat(timer.isDue()).isFalse();
        assertThat(timer.next()).contains(Instant.parse("2026-03-11T02:00:00Z"));
    }

    @Test
    void clockThatIsSetBackForYearsDoesNotPutFixedTimesOffForYears() {
        clock.set(Instant.parse("2036-03-10T01:00:00Z"));
        RefreshTimer timer = timer(AT_TWO, () -> 0);
        clock.advance(Duration.ofHours(1));
        assertThat(timer.isDue()).isTrue();

        clock.set(Instant.parse("2026-03-10T12:00:00Z"));
        assertThat(timer.isDue()).isFalse();

        assertThat(timer.next()).contains(Instant.parse("2026-03-11T02:00:00Z"));
    }

    @Test
    void anotherScheduleCountsAtOnce() {
        RefreshTimer timer = timer(RefreshSchedule.every(INTERVAL), () -> 0);
        timer.restart();
        clock.advance(Duration.ofMinutes(2));

        timer.change(RefreshSchedule.every(Duration.ofMinutes(1)));

        assertThat(timer.isDue()).isTrue();
    }

    private RefreshTimer timer(RefreshSchedule schedule, RandomGenerator random) {
        return new RefreshTimer(
                schedule, new Timing(clock, clock, random, Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }
}
