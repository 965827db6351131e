package io.openintegration.daemon.rest;

import java.util.Arrays;
import java.util.List;

/**
 * Reads values of query parameters. Resources take them as text: what JAX-RS cannot convert, it answers with 404. The methods
 * throw {@link RejectedRequestException} ({@code REST-REQUEST-400-005}) where a value is not what is expected.
 */
final class QueryValue {

    private QueryValue() {}

    /** A whole number within these bounds. */
    static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw bad(name, value, "a number from " + least + " to " + most);
    }

    /** The constant of that name. */
    static <E extends Enum<E>> E choice(String name, String value, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(value)) {
            throw bad(name, value, "one of " + String.join(", ", names));
        }
        return Enum.valueOf(type, value);
    }

    static boolean flag(String name, String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw bad(name, value, "true or false");
    }

    /** @param expected what it should be, in words */
    static RejectedRequestException bad(String name, String value, String expected) {
        return new RejectedRequestException(RestMessage.BAD_PARAMETER.with(name, value, expected));
    }
}
