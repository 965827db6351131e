package io.openintegration.daemon.metadata;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The value of one property. There is no null value: an absent property is simply not there. */
public sealed interface PropertyValue {

    record Text(String value) implements PropertyValue {}

    record IntNumber(int value) implements PropertyValue {}

    record LongNumber(long value) implements PropertyValue {}

    record DecimalNumber(double value) implements PropertyValue {}

    record Flag(boolean value) implements PropertyValue {}

    /** A point in time, kept to the millisecond, as open metadata does. */
    record Date(Instant value) implements PropertyValue {
        public Date {
            value = Instant.ofEpochMilli(value.toEpochMilli());
        }
    }

    /**
     * @param enumName name of the enumeration, for instance {@code ContentStatus}
     * @param symbolicName name of the value, for instance {@code ACTIVE}
     */
    record Choice(String enumName, String symbolicName) implements PropertyValue {}

    record TextList(List<String> values) implements PropertyValue {
        public TextList {
            values = List.copyOf(values);
        }
    }

    /** Text by text, in the order of the keys. */
    record TextMap(Map<String, String> values) implements PropertyValue {
        public TextMap {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }
}
