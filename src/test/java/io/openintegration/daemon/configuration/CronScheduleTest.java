package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {

    private static final Duration AROUND = Duration.ofHours(36);

    /** Two hours' gaps, half an hour's, gaps at midnight, a day that was left out, and none of it. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "America/Santiago",
                    "Australia/Lord_Howe",
                    "Antarctica/Troll",
                    "Pacific/Apia",
                    "Africa/Casablanca",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    @ParameterizedTest
    @CsvSource({
        // the clock goes from 02:00 to 03:00
        "Europe/Berlin, 30 2 * * *, 2026-03-28T02:30+01:00, 2026-03-29T03:00+02:00, 2026-03-30T02:30+02:00",
        "Europe/Berlin, 0 3 * * *, 2026-03-28T03:00+01:00, 2026-03-29T03:00+02:00, 2026-03-30T03:00+02:00",
        "Europe/Berlin, */20 2-3 29 3 *, 2026-03-29T01:59+01:00, 2026-03-29T03:00+02:00, 2026-03-29T03:20+02:00",
        "Europe/Berlin, 30 * * * *, 2026-03-29T00:30+01:00, 2026-03-29T01:30+01:00, 2026-03-29T03:00+02:00",
        "America/New_York, 30 2 * * *, 2026-03-07T02:30-05:00, 2026-03-08T03:00-04:00, 2026-03-09T02:30-04:00",
        // the clock goes from 03:00 (New York: 02:00) back an hour
        "Europe/Berlin, 30 2 * * *, 2026-10-24T02:30+02:00, 2026-10-25T02:30+02:00, 2026-10-26T02:30+01:00",
        "Europe/Berlin, */30 * * * *, 2026-10-25T02:00+02:00, 2026-10-25T02:30+02:00, 2026-10-25T03:00+01:00",
        "Europe/Berlin, 0 * * * *, 2026-10-25T02:15+01:00, 2026-10-25T03:00+01:00, 2026-10-25T04:00+01:00",
        "America/New_York, 30 1 * * *, 2026-10-31T01:30-04:00, 2026-11-01T01:30-04:00, 2026-11-02T01:30-05:00",
        // nothing happens
        "UTC, 30 2 * * *, 2026-03-28T02:30+00:00, 2026-03-29T02:30+00:00, 2026-03-30T02:30+00:00"
    })
    void timeThatIsSkippedOrShownTwiceComesOnce(
            ZoneId zone, String expression, OffsetDateTime after, OffsetDateTime next, OffsetDateTime second) {
        CronSchedule schedule = CronSchedule.of(expression, zone);

        assertThat(schedule.nextAfter(after.toInstant())).contains(next.toInstant());
        assertThat(schedule.nextAfter(next.toInstant())).contains(second.toInstant());
    }

    @Test
    void scheduleIsEqualByExpressionAndZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(CronSchedule.of("0 6 * * *", berlin))
                .isEqualTo(CronSchedule.of("0  6 * * *", ZoneId.of("Europe/Berlin")))
                .isNotEqualTo(CronSchedule.of("0 7 * * *", berlin))
                .isNotEqualTo(CronSchedule.of("0 6 * * *", ZoneOffset.UTC));
    }

    @Property(tries = 300)
    void nextIsLaterAndNeverGoesBack(
            @ForAll("crons") PlainCron cron, @ForAll("transitions") Transition place, @ForAll("minutes") int shift) {
        CronSchedule schedule = CronSchedule.of(cron.text(), place.zone);
        Instant time = place.at.plusSeconds(shift * 60L);
        Instant later = time.plusSeconds(Math.abs(shift) + 1L);

        Instant next = schedule.nextAfter(time).orElseThrow();

        assertThat(next)
                .isAfter(time)
                .isBeforeOrEqualTo(schedule.nextAfter(later).orElseThrow());
    }

    @Property(tries = 150)
    void everyTimeComesOnceAndTheClockNeverShowsTheSameTwice(
            @ForAll("crons") PlainCron cron, @ForAll("transitions") Transition place) {
        CronSchedule schedule = CronSchedule.of(cron.text(), place.zone);
        Instant begin = place.at.minus(AROUND);
        Instant end = place.at.plus(AROUND);

        List<Instant> slots = slots(schedule, begin, end);

        List<LocalDateTime> shown = slots.stream()
                .map(slot -> LocalDateTime.ofInstant(slot, place.zone))
                .toList();
        assertThat(shown).doesNotHaveDuplicates().isSorted();
        assertThat(shown.stream().filter(time -> !cron.comesAt(time) && !hasSkipped(cron, place.zone, time)))
                .as("not named by the expression")
                .isEmpty();
        Set<LocalDateTime> found = Set.copyOf(shown);
        assertThat(LocalDateTime.ofInstant(begin, place.zone)
                        .toLocalDate()
                        .plusDays(1)
                        .datesUntil(LocalDateTime.ofInstant(end, place.zone).toLocalDate())
                        .flatMap(cron::timesOn)
                        .filter(time ->
                                !place.zone.getRules().getValidOffsets(time).isEmpty())
                        .filter(time -> !found.contains(time)))
                .as("left out")
                .isEmpty();
    }

    /** Whether it is the time at which the clock was set forward over one that the expression names. */
    private static boolean hasSkipped(PlainCron cron, ZoneId zone, LocalDateTime time) {
        ZoneOffsetTransition before =
                zone.getRules().previousTransition(time.atZone(zone).toInstant().plusNanos(1));
        return before.isGap()
                && before.getDateTimeAfter().equals(time)
                && Stream.iterate(before.getDateTimeBefore(), skipped -> skipped.plusMinutes(1))
                        .takeWhile(skipped -> skipped.isBefore(time))
                        .anyMatch(cron::comesAt);
    }

    private static List<Instant> slots(CronSchedule schedule, Instant begin, Instant end) {
        List<Instant> slots = new ArrayList<>();
        Instant slot = schedule.nextAfter(begin).orElseThrow();
        while (slot.isBefore(end)) {
            slots.add(slot);
            slot = schedule.nextAfter(slot).orElseThrow();
        }
        return slots;
    }

    /** A time at which the clock of a zone is set, or any time where it never is. */
    record Transition(ZoneId zone, Instant at) {

        static Transition after(ZoneId zone, Instant time) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(time);
            return new Transition(zone, next == null ? time : next.getInstant());
        }
    }

    @Provide
    Arbitrary<PlainCron> crons() {
        return PlainCron.daily();
    }

    @Provide
    Arbitrary<Transition> transitions() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, 35L * 365 * 24 * 60 * 60)
                .map(seconds -> Instant.parse("2000-01-01T00:00:00Z").plusSeconds(seconds));
        return Combinators.combine(Arbitraries.of(ZONES), times).as(Transition::after);
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(-240, 240);
    }
}
