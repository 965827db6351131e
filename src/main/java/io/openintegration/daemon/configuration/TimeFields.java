package io.openintegration.daemon.configuration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads fields of a section that hold times; like the section itself, it reports what is wrong and goes on. */
record TimeFields(Section section) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final long LAST_MILLISECOND =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /** Leniently, the offset may have a colon or not: Egeria's generations differ. Of a day there is no lenient reading. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A point in time as text with an offset, or in milliseconds since 1970. */
    Optional<Instant> time(String field) {
        if (section.isNumber(field)) {
            long millis = section.number(field, -1, 0, LAST_MILLISECOND);
            return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        }
        return section.text(field).flatMap(text -> time(field, text.strip()));
    }

    private Optional<Instant> time(String field, String text) {
        try {
            TemporalAccessor found = DATE.parseBest(text, OffsetDateTime::from, LocalDate::from);
            if (!(found instanceof OffsetDateTime time)) {
                report(ConfigurationMessage.NO_OFFSET, field);
            } else if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                section.report(ConfigurationMessage.OUT_OF_RANGE.with(
                        section.pathOf(field),
                        section.written(field),
                        String.valueOf(FIRST_YEAR),
                        String.valueOf(LAST_YEAR)));
            } else {
                return Optional.of(time.toInstant());
            }
        } catch (DateTimeException e) {
            report(ConfigurationMessage.NOT_A_TIME, field);
        }
        return Optional.empty();
    }

    /** A duration in the form of ISO 8601, between these two. */
    Optional<Duration> duration(String field, Duration shortest, Duration longest) {
        return section.text(field).flatMap(text -> {
            try {
                Duration duration = Duration.parse(text.strip());
                if (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0) {
                    return Optional.of(duration);
                }
                section.report(ConfigurationMessage.OUT_OF_RANGE.with(
                        section.pathOf(field), section.written(field), shortest, longest));
            } catch (DateTimeParseException e) {
                report(ConfigurationMessage.NOT_A_DURATION, field);
            }
            return Optional.empty();
        });
    }

    private void report(ConfigurationMessage mistake, String field) {
        section.report(mistake.with(section.pathOf(field), section.written(field)));
    }
}
