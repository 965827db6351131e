package io.openintegration.daemon.connectors.files.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a column of text have in common, as far as they are a sample of it. */
enum TextType {
    /** No value yet. */
    NONE(DataType.STRING),
    BOOLEAN(DataType.BOOLEAN),
    INT(DataType.INT),
    LONG(DataType.LONG),
    BIGINTEGER(DataType.BIGINTEGER),
    DECIMAL(DataType.BIGDECIMAL),
    /** With an exponent. */
    DOUBLE(DataType.DOUBLE),
    DATE(DataType.DATE),
    TIMESTAMP(DataType.DATE),
    STRING(DataType.STRING);

    /** Longer values are text. */
    private static final int LONGEST = 50;

    /** Leading zeros and signs belong to codes and telephone numbers. */
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*+)");

    private static final Pattern FRACTION = Pattern.compile("-?(?:0|[1-9][0-9]*+)\\.[0-9]++");
    private static final Pattern EXPONENT = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?[eE][+-]?[0-9]{1,4}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    /** ISO 8601, with a space instead of the {@code T} too, and with or without seconds and offset. */
    private static final DateTimeFormatter POINT_IN_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss][[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][XX][X]");

    private final DataType dataType;

    TextType(DataType dataType) {
        this.dataType = dataType;
    }

    static TextType of(String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() > LONGEST) {
            return STRING;
        }
        char start = text.charAt(0);
        if (start != '-' && (start < '0' || start > '9')) {
            return "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text) ? BOOLEAN : STRING;
        }
        if (DAY.matcher(text).matches()) {
            return moment(text);
        }
        return number(text);
    }

    private static TextType number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return whole(text);
        }
        if (FRACTION.matcher(text).matches()) {
            return DECIMAL;
        }
        return EXPONENT.matcher(text).matches() ? DOUBLE : STRING;
    }

    private static TextType whole(String text) {
        if (text.length() > 19) {
            return BIGINTEGER;
        }
        try {
            long value = Long.parseLong(text);
            return value == (int) value ? INT : LONG;
        } catch (NumberFormatException tooLong) {
            return BIGINTEGER;
        }
    }

    private static TextType moment(String text) {
        if (isOne(DateTimeFormatter.ISO_LOCAL_DATE, text, LocalDate::from)) {
            return DATE;
        }
        return isOne(POINT_IN_TIME, text, LocalDateTime::from) ? TIMESTAMP : STRING;
    }

    private static boolean isOne(DateTimeFormatter format, String text, TemporalQuery<?> query) {
        try {
            format.parse(text, query);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** What these values and those have in common. */
    TextType with(TextType other) {
        if (this == other || other == NONE) {
            return this;
        }
        if (this == NONE) {
            return other;
        }
        if ((isNumber() && other.isNumber()) || (isMoment() && other.isMoment())) {
            return compareTo(other) > 0 ? this : other;
        }
        return STRING;
    }

    private boolean isNumber() {
        return this == INT || this == LONG || this == BIGINTEGER || this == DECIMAL || this == DOUBLE;
    }

    private boolean isMoment() {
        return this == DATE || this == TIMESTAMP;
    }

    /** Whether it says more than that there is text, or nothing. */
    boolean isTelling() {
        return this != NONE && this != STRING;
    }

    FieldType fieldType() {
        Optional<String> nativeType = isMoment() ? Optional.of(name().toLowerCase(Locale.ROOT)) : Optional.empty();
        return new FieldType(FieldType.Structure.PRIMITIVE, dataType, nativeType, Optional.empty());
    }
}
