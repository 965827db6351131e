package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TextSearch.Match;
import java.util.List;
import java.util.function.Function;

/**
 * Conditions as Egeria's search properties. There is no place in them for classifications, nor for text in any property; and how lists
 * and maps compare, or what has no natural order, is not known of Egeria: all these are refused.
 *
 * @param refusal for what is named in words
 */
record SearchWriting(Function<String, MetadataStoreException> refusal) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param where plain, and something that may hold or not ({@link PlainCondition}) */
    ObjectNode search(Condition where) {
        if (where instanceof Condition.All all) {
            return matched("ALL", all.conditions());
        } else if (where instanceof Condition.Any any) {
            return matched("ANY", any.conditions());
        } else if (where instanceof Condition.None none) {
            return matched("NONE", none.conditions());
        }
        return matched("ALL", List.of(where));
    }

    private ObjectNode matched(String criteria, List<Condition> conditions) {
        ObjectNode search = JSON.objectNode().put("matchCriteria", criteria);
        ArrayNode all = search.putArray("conditions");
        conditions.forEach(one -> all.add(condition(one)));
        return search;
    }

    private ObjectNode condition(Condition condition) {
        if (condition instanceof Condition.Present present) {
            return operator(present.property(), "NOT_NULL");
        } else if (condition instanceof Condition.Compare compare) {
            return compared(compare);
        } else if (condition instanceof Condition.Matches matches) {
            return with(
                    operator(matches.property(), operator(matches.match(), matches.ignoreCase())),
                    new PropertyValue.Text(matches.text()));
        } else if (condition instanceof Condition.Classified classified) {
            throw refusal.apply("the classification " + classified.classification() + " within other conditions");
        } else if (condition instanceof Condition.AnyText) {
            throw refusal.apply("text in any property together with other conditions");
        }
        ObjectNode nested = JSON.objectNode();
        nested.set("nestedConditions", search(condition));
        return nested;
    }

    private ObjectNode compared(Condition.Compare compare) {
        PropertyValue value = compare.value();
        boolean many = value instanceof PropertyValue.TextList || value instanceof PropertyValue.TextMap;
        boolean unordered = value instanceof PropertyValue.Choice || value instanceof PropertyValue.Flag;
        if (many || (unordered && compare.comparison() != Comparison.EQUAL)) {
            throw refusal.apply("comparing the property " + compare.property() + " so");
        }
        return with(operator(compare.property(), operator(compare.comparison())), value);
    }

    private static ObjectNode operator(String property, String operator) {
        return JSON.objectNode().put("property", property).put("operator", operator);
    }

    private static ObjectNode with(ObjectNode condition, PropertyValue value) {
        condition.set("value", PropertyWriting.value(value));
        return condition;
    }

    private static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "EQ";
            case LESS -> "LT";
            case LESS_OR_EQUAL -> "LTE";
            case GREATER -> "GT";
            case GREATER_OR_EQUAL -> "GTE";
        };
    }

    private static String operator(Match match, boolean ignoreCase) {
        String operator =
                switch (match) {
                    case CONTAINS -> "LIKE";
                    case STARTS_WITH -> "STARTS_WITH";
                    case ENDS_WITH -> "ENDS_WITH";
                    case WHOLE -> "EQ";
                };
        return ignoreCase ? "CASE_INSENSITIVE_" + operator : operator;
    }
}
