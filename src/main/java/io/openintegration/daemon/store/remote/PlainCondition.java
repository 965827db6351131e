package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.TextSearch.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conditions without what holds always or never: Egeria refuses a list of no conditions. What is plain is either {@link #ALWAYS},
 * or {@link #NEVER}, or has neither of them in it.
 */
final class PlainCondition {

    static final Condition ALWAYS = Condition.always();
    static final Condition NEVER = new Condition.Any(List.of());

    private PlainCondition() {}

    static Condition of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.conditions());
        } else if (condition instanceof Condition.Any any) {
            return any(any.conditions());
        } else if (condition instanceof Condition.None none) {
            return none(none.conditions());
        } else if (condition instanceof Condition.Classified classified) {
            Condition where = of(classified.where());
            return where.equals(NEVER) ? NEVER : new Condition.Classified(classified.classification(), where);
        } else if (condition instanceof Condition.AnyText text && text.text().isEmpty()) {
            return ALWAYS;
        } else if (condition instanceof Condition.Matches matches
                && matches.text().isEmpty()
                && matches.match() != Match.WHOLE) {
            // to the server, everything is like an empty text, what is absent too
            return new Condition.Present(matches.property());
        }
        return condition;
    }

    private static Condition all(List<Condition> conditions) {
        List<Condition> plain = conditions.stream()
                .map(PlainCondition::of)
                .flatMap(one -> one instanceof Condition.All all ? all.conditions().stream() : Stream.of(one))
                .toList();
        if (plain.contains(NEVER)) {
            return NEVER;
        }
        return plain.size() == 1 ? plain.get(0) : new Condition.All(plain);
    }

    private static Condition any(List<Condition> conditions) {
        List<Condition> plain = plain(conditions);
        if (plain.contains(ALWAYS)) {
            return ALWAYS;
        }
        return plain.size() == 1 ? plain.get(0) : new Condition.Any(plain);
    }

    private static Condition none(List<Condition> conditions) {
        List<Condition> plain = plain(conditions);
        if (plain.contains(ALWAYS)) {
            return NEVER;
        }
        return plain.isEmpty() ? ALWAYS : new Condition.None(plain);
    }

    private static List<Condition> plain(List<Condition> conditions) {
        List<Condition> plain =
                new ArrayList<>(conditions.stream().map(PlainCondition::of).toList());
        plain.removeIf(NEVER::equals);
        return plain;
    }
}
