package io.openintegration.daemon.connectors.databases.reading;

import java.util.Optional;

/**
 * A column as the database describes it.
 *
 * @param nativeType as it would stand in a statement that makes the table: {@code numeric(10,2)}
 * @param length most characters or bytes, where the type limits them
 * @param precision digits of a decimal number, where the type limits them
 * @param defaultValue as an expression
 * @param generated how the value comes about where nobody gives one: an identity, an expression
 */
public record Column(
        String name,
        DataType type,
        String nativeType,
        Optional<Integer> length,
        Optional<Integer> precision,
        boolean nullable,
        Optional<String> defaultValue,
        Optional<String> generated,
        Optional<String> comment) {}
