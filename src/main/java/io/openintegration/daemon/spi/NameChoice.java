package io.openintegration.daemon.spi;

import java.util.List;

/**
 * Which of many names are asked for.
 *
 * @param include those wanted; empty means all
 * @param exclude those not wanted although included
 */
public record NameChoice(List<NamePattern> include, List<NamePattern> exclude) {

    public NameChoice {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether there are no patterns, so that every name is taken. */
    public boolean takesAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    public boolean takes(String name) {
        return (include.isEmpty() || include.stream().anyMatch(pattern -> pattern.matches(name)))
                && exclude.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /**
     * The same for a name within something that has a name. A pattern with a dot speaks of both, one without of the inner name alone.
     *
     * @param outer what it stands in: the schema of a table
     */
    public boolean takes(String outer, String name) {
        String both = outer + "." + name;
        return (include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, both, name)))
                && exclude.stream().noneMatch(pattern -> matches(pattern, both, name));
    }

    private static boolean matches(NamePattern pattern, String both, String name) {
        return pattern.matches(pattern.isQualified() ? both : name);
    }
}
