package io.openintegration.daemon.configuration;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Times of the calendar and the clock on the wall, in the five fields of UNIX (minute, hour, day of the month, month, day of
 * the week), or as one of {@code @yearly}, {@code @annually}, {@code @monthly}, {@code @weekly}, {@code @daily},
 * {@code @midnight}, {@code @hourly}. Where both fields of days are restricted, a day that either names is meant, as UNIX has
 * it. It knows no time zone ({@link CronSchedule} does), and no other class sees the library behind it (ADR 21). Two are equal
 * if their text is, blanks aside.
 */
public final class CronExpression {

    /** Whoever needs more writes something else than a schedule. */
    private static final int LONGEST = 200;

    /** Whatever comes at all, comes within eight years; in the library, the search for what never does is bounded, too. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2001, 1, 1, 0, 0);

    private static final CronParser UNIX = new CronParser(unix());

    private final String text;
    private final ExecutionTime times;

    private CronExpression(String text, ExecutionTime times) {
        this.text = text;
        this.times = times;
    }

    /** @throws IllegalArgumentException where the text is none; its message may repeat parts of the text */
    public static CronExpression parse(String text) {
        String given = text.strip().replaceAll("\\s+", " ");
        // the library takes | between alternatives, which no cron knows
        if (given.length() > LONGEST || given.indexOf('|') >= 0) {
            throw new IllegalArgumentException("Not in the form of UNIX, or longer than " + LONGEST + " characters");
        }
        return new CronExpression(given, ExecutionTime.forCron(UNIX.parse(given).validate()));
    }

    /** Whether such a time ever comes: the 30th of February does not. */
    public boolean everComes() {
        return nextAfter(ANY_TIME).isPresent();
    }

    /** The first time after that one, always a whole minute; empty where there is none. */
    public Optional<LocalDateTime> nextAfter(LocalDateTime time) {
        // in UTC no hour is missing or comes twice
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneOffset.UTC);
        return times.nextExecution(minute).map(ZonedDateTime::toLocalDateTime);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression expression && text.equals(expression.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text that it was made of, with single blanks between the fields. */
    @Override
    public String toString() {
        return text;
    }

    private static CronDefinition unix() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(0, 7)
                .withMondayDoWValue(DayOfWeek.MONDAY.getValue())
                .withIntMapping(7, 0)
                .withStrictRange()
                .and()
                .withSupportedNicknameYearly()
                .withSupportedNicknameAnnually()
                .withSupportedNicknameMonthly()
                .withSupportedNicknameWeekly()
                .withSupportedNicknameDaily()
                .withSupportedNicknameMidnight()
                .withSupportedNicknameHourly()
                .instance();
    }
}
