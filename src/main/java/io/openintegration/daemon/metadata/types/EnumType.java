package io.openintegration.daemon.metadata.types;

import java.util.List;

/**
 * An enumeration.
 *
 * @param values the symbolic names that it has; empty where every name is taken, because servers may add their own
 */
public record EnumType(String name, List<String> values) {

    public EnumType {
        values = List.copyOf(values);
    }

    static EnumType of(String name, String... values) {
        return new EnumType(name, List.of(values));
    }

    boolean has(String symbolicName) {
        return values.isEmpty() || values.contains(symbolicName);
    }
}
