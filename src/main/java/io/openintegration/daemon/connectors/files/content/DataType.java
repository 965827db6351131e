package io.openintegration.daemon.connectors.files.content;

import java.util.Locale;

/** Open metadata's primitive types, as far as files have them. */
public enum DataType {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BIGINTEGER,
    BIGDECIMAL,
    STRING,
    /** A day, with or without the time of day. */
    DATE,
    /** Anything: values of several types. */
    OBJECT;

    /** As open metadata spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
