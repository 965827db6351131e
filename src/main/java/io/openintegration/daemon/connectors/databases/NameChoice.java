package io.openintegration.daemon.connectors.databases;

import java.util.List;

/**
 * Which of many names are asked for.
 *
 * @param include those wanted; empty means all
 * @param exclude those not wanted although included
 */
record NameChoice(List<NamePattern> include, List<NamePattern> exclude) {

    NameChoice {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    boolean takes(String name) {
        return (include.isEmpty() || include.stream().anyMatch(pattern -> pattern.matches(name)))
                && exclude.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /** A pattern with a dot speaks of both, one without of the table alone. */
    boolean takesTable(String schema, String table) {
        String both = schema + "." + table;
        return (include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, both, table)))
                && exclude.stream().noneMatch(pattern -> matches(pattern, both, table));
    }

    private static boolean matches(NamePattern pattern, String both, String table) {
        return pattern.matches(pattern.isQualified() ? both : table);
    }
}
