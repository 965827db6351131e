package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * A condition as the database can judge it: by the texts in which properties and classifications are kept. What meets the
 * condition is among the candidates; whether a candidate meets it, is for {@link Condition#holds} to say, unless the
 * database's judgement is {@link #exact}.
 */
final class Candidates {

    /** So many alternatives the database looks for in a row; for more, all rows are candidates. */
    private static final int MOST_ALTERNATIVES = 50;

    private static final String NAME_KEY = "name_key = ANY";
    private static final String OR = " OR ";

    private static final Clause EVERYTHING = new Clause("", true);
    private static final Clause NOT_TOLD = new Clause("", false);
    private static final Clause NOTHING = new Clause("1 = 0", true);

    private final boolean relationships;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, List<UUID>> names = new HashMap<>();
    private final Clause clause;

    /** @param sql empty where every row meets it */
    private record Clause(String sql, boolean exact) {}

    private Candidates(Condition condition, boolean relationships) {
        this.relationships = relationships;
        this.clause = clause(condition);
    }

    static Candidates elements(Condition condition) {
        return new Candidates(condition, false);
    }

    static Candidates relationships(Condition condition) {
        return new Candidates(condition, true);
    }

    /** Whether nothing is a candidate that does not meet the condition. */
    boolean exact() {
        return clause.exact();
    }

    /** Whether there are only as many candidates as there are names in the condition. */
    boolean named() {
        return clause.sql().contains(NAME_KEY) && !clause.sql().contains(OR);
    }

    /** For a WHERE clause; empty where every row is a candidate. */
    String sql() {
        return clause.sql();
    }

    void bind(Query query) {
        // What was given up on the way is in no clause, and a binding that is in none is an error.
        patterns.forEach((parameter, pattern) -> {
            if (clause.sql().contains(":" + parameter + " ")) {
                query.bind(parameter, pattern);
            }
        });
        names.forEach((parameter, keys) -> {
            if (clause.sql().contains(":" + parameter + ")")) {
                query.bind(parameter, new UuidArray(keys));
            }
        });
    }

    private Clause clause(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.conditions());
        } else if (condition instanceof Condition.Any any) {
            return any(any.conditions());
        } else if (condition instanceof Condition.None none) {
            return negated(any(none.conditions()));
        } else if (condition instanceof Condition.Compare compare) {
            return compare(compare);
        } else if (condition instanceof Condition.Present present) {
            return has(present.property());
        } else if (condition instanceof Condition.Matches matches) {
            return matches(matches);
        } else if (condition instanceof Condition.AnyText anyText) {
            return anyText(anyText);
        } else if (condition instanceof Condition.Classified classified) {
            return like(
                    "classifications", "%" + Like.literal("\"" + classified.classification() + "\":{") + "%", false);
        }
        throw new IllegalStateException("no SQL for " + condition.getClass().getSimpleName());
    }

    private Clause all(List<Condition> conditions) {
        List<Clause> clauses = conditions.stream().map(this::clause).toList();
        return new Clause(joined(clauses, " AND "), clauses.stream().allMatch(Clause::exact));
    }

    private Clause any(List<Condition> conditions) {
        Set<UUID> keys = conditions.stream()
                .filter(this::isName)
                .map(condition -> key((Condition.Compare) condition))
                .collect(Collectors.toSet());
        List<Condition> others =
                conditions.stream().filter(condition -> !isName(condition)).toList();
        if (others.size() > MOST_ALTERNATIVES) {
            return NOT_TOLD;
        }
        List<Clause> clauses = new ArrayList<>(others.stream().map(this::clause).toList());
        if (!keys.isEmpty()) {
            clauses.add(named(keys));
        }
        if (clauses.isEmpty()) {
            return NOTHING;
        }
        boolean exact = clauses.stream().allMatch(Clause::exact);
        return clauses.stream().anyMatch(one -> one.sql().isEmpty())
                ? new Clause("", exact)
                : new Clause(joined(clauses, OR), exact);
    }

    /** Nothing can be said of what does not meet a condition that cannot be judged. */
    private static Clause negated(Clause clause) {
        if (!clause.exact()) {
            return NOT_TOLD;
        }
        return clause.sql().isEmpty() ? NOTHING : new Clause("NOT (" + clause.sql() + ")", true);
    }

    private static String joined(List<Clause> clauses, String operator) {
        return clauses.stream()
                .map(Clause::sql)
                .filter(sql -> !sql.isEmpty())
                .map(sql -> "(" + sql + ")")
                .collect(Collectors.joining(operator));
    }

    private Clause compare(Condition.Compare compare) {
        if (isName(compare)) {
            return named(Set.of(key(compare)));
        }
        if (compare.comparison() != Condition.Comparison.EQUAL) {
            return has(compare.property());
        }
        ElementProperties one = ElementProperties.builder()
                .put(compare.property(), compare.value())
                .build();
        String object = PropertyText.write(one);
        return like("properties", "%" + Like.literal(object.substring(1, object.length() - 1)) + "%", false);
    }

    /** There may be a map with such a key, too. */
    private Clause has(String property) {
        String object = PropertyText.write(
                ElementProperties.builder().flag(property, true).build());
        String field = object.substring(1, object.lastIndexOf("true"));
        return like("properties", "%" + Like.literal(field) + "%", false);
    }

    private Clause matches(Condition.Matches matches) {
        return relationships || matches.text().isEmpty()
                ? has(matches.property())
                : like("search_text", SearchableText.pattern(matches.match(), matches.text()), false);
    }

    private Clause anyText(Condition.AnyText anyText) {
        if (anyText.text().isEmpty()) {
            return EVERYTHING;
        }
        return relationships
                ? NOT_TOLD
                : like("search_text", SearchableText.pattern(anyText.match(), anyText.text()), anyText.ignoreCase());
    }

    private boolean isName(Condition condition) {
        return !relationships
                && condition instanceof Condition.Compare compare
                && compare.property().equals("qualifiedName")
                && compare.comparison() == Condition.Comparison.EQUAL
                && compare.value() instanceof PropertyValue.Text;
    }

    private static UUID key(Condition.Compare compare) {
        return NameKey.of(((PropertyValue.Text) compare.value()).value());
    }

    private Clause named(Set<UUID> keys) {
        String parameter = "names" + names.size();
        names.put(parameter, List.copyOf(keys));
        return new Clause(NAME_KEY + "(:" + parameter + ")", false);
    }

    private Clause like(String column, String pattern, boolean exact) {
        String parameter = "pattern" + patterns.size();
        patterns.put(parameter, pattern);
        return new Clause(column + " LIKE :" + parameter + " ESCAPE '" + Like.ESCAPE + "'", exact);
    }
}
