package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.MetadataStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A condition on elements as Egeria's find by conditions takes it: in two parts that must both hold, one on the elements' own properties
 * and one on classifications. What cannot be taken apart so is refused.
 *
 * @param refusal for what is named in words
 */
record ElementSearchBody(Function<String, MetadataStoreException> refusal) {

    /** Holds for every element, whether it has a qualified name or not: the part on properties must not be empty. */
    private static final Condition ANYTHING = new Condition.Any(List.of(
            new Condition.Present("qualifiedName"),
            new Condition.None(List.of(new Condition.Present("qualifiedName")))));

    /** @param where plain, and neither always nor never ({@link PlainCondition}) */
    void write(Condition where, ObjectNode body) {
        List<Condition> own = new ArrayList<>();
        List<Condition> classified = new ArrayList<>();
        parts(where).forEach(part -> (isClassified(part) ? classified : own).add(part));
        SearchWriting writing = new SearchWriting(refusal);
        body.set(
                "searchProperties",
                writing.search(own.isEmpty() ? ANYTHING : PlainCondition.of(new Condition.All(own))));
        if (!classified.isEmpty()) {
            body.set("matchClassifications", classifications(classified, writing));
        }
    }

    /** What must hold, one beside the other. Of what none may hold, each may not hold by itself. */
    private static Stream<Condition> parts(Condition where) {
        if (where instanceof Condition.All all) {
            return all.conditions().stream().flatMap(ElementSearchBody::parts);
        } else if (where instanceof Condition.None none
                && none.conditions().stream().anyMatch(ElementSearchBody::isClassified)) {
            List<Condition> own =
                    none.conditions().stream().filter(one -> !isClassified(one)).toList();
            List<Condition> classified = none.conditions().stream()
                    .filter(ElementSearchBody::isClassified)
                    .toList();
            return Stream.of(own, classified).filter(some -> !some.isEmpty()).map(Condition.None::new);
        }
        return Stream.of(where);
    }

    /** Whether it speaks of classifications alone, and not too deep. */
    private static boolean isClassified(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(Condition.Classified.class::isInstance);
        } else if (condition instanceof Condition.None none) {
            return none.conditions().stream().allMatch(Condition.Classified.class::isInstance);
        }
        return condition instanceof Condition.Classified;
    }

    private ObjectNode classifications(List<Condition> parts, SearchWriting writing) {
        Condition only = parts.get(0);
        if (parts.stream().allMatch(Condition.Classified.class::isInstance)) {
            return classifications("ALL", parts, writing);
        } else if (parts.size() > 1) {
            throw refusal.apply("some classifications together with others that are alternatives or excluded");
        }
        return only instanceof Condition.Any any
                ? classifications("ANY", any.conditions(), writing)
                : classifications("NONE", ((Condition.None) only).conditions(), writing);
    }

    private ObjectNode classifications(String criteria, List<Condition> conditions, SearchWriting writing) {
        ObjectNode search = WireJson.empty().put("matchCriteria", criteria);
        ArrayNode all = search.putArray("conditions");
        for (Condition condition : conditions) {
            if (!(condition instanceof Condition.Classified classified)) {
                throw refusal.apply("a classification within other conditions");
            }
            ObjectNode one =
                    all.addObject().put("name", classified.classification().value());
            if (!classified.where().equals(PlainCondition.ALWAYS)) {
                one.set("searchProperties", writing.search(classified.where()));
            }
        }
        return search;
    }
}
