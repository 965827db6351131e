package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Types;
import java.util.Locale;
import java.util.Map;

/** Open metadata's primitive types, as far as columns have them. */
public enum DataType {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BIGDECIMAL,
    STRING,
    /** A day, with or without the time of day. */
    DATE,
    /** Anything that has no type of open metadata: bytes, documents, geometries, types of users. */
    OBJECT;

    private static final Map<String, DataType> NAMED = Map.ofEntries(
            Map.entry("bool", BOOLEAN),
            Map.entry("boolean", BOOLEAN),
            Map.entry("tinyint", BYTE),
            Map.entry("int2", SHORT),
            Map.entry("smallint", SHORT),
            Map.entry("year", SHORT),
            Map.entry("int4", INT),
            Map.entry("int", INT),
            Map.entry("integer", INT),
            Map.entry("mediumint", INT),
            Map.entry("int8", LONG),
            Map.entry("bigint", LONG),
            Map.entry("oid", LONG),
            Map.entry("float4", FLOAT),
            Map.entry("float", FLOAT),
            Map.entry("float8", DOUBLE),
            Map.entry("double", DOUBLE),
            Map.entry("numeric", BIGDECIMAL),
            Map.entry("decimal", BIGDECIMAL),
            Map.entry("money", BIGDECIMAL),
            Map.entry("text", STRING),
            Map.entry("varchar", STRING),
            Map.entry("bpchar", STRING),
            Map.entry("char", STRING),
            Map.entry("name", STRING),
            Map.entry("citext", STRING),
            Map.entry("uuid", STRING),
            Map.entry("tinytext", STRING),
            Map.entry("mediumtext", STRING),
            Map.entry("longtext", STRING),
            Map.entry("enum", STRING),
            Map.entry("time", STRING),
            Map.entry("timetz", STRING),
            Map.entry("date", DATE),
            Map.entry("datetime", DATE),
            Map.entry("timestamp", DATE),
            Map.entry("timestamptz", DATE));

    /** By what PostgreSQL and MariaDB call it. */
    static DataType named(String type) {
        return NAMED.getOrDefault(type.toLowerCase(Locale.ROOT), OBJECT);
    }

    /** By its number in {@link Types}. */
    static DataType of(int jdbcType) {
        return switch (jdbcType) {
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.TINYINT -> BYTE;
            case Types.SMALLINT -> SHORT;
            case Types.INTEGER -> INT;
            case Types.BIGINT -> LONG;
            case Types.REAL -> FLOAT;
            case Types.FLOAT, Types.DOUBLE -> DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> BIGDECIMAL;
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.TIME,
                    Types.TIME_WITH_TIMEZONE -> STRING;
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> DATE;
            default -> OBJECT;
        };
    }

    /** As open metadata spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
