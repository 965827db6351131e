package io.openintegration.daemon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.testing.EgeriaJson.NotReadableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Questions in the JSON of a live Egeria 6.1, read without a line of the client under test. */
final class EgeriaSearch {

    private EgeriaSearch() {}

    static Sequence sequence(JsonNode body) {
        return switch (body.path("sequencingOrder").asText("LAST_UPDATE_RECENT")) {
            case "ANY", "GUID", "CREATION_DATE_OLDEST" -> Sequence.CREATION_OLDEST;
            case "CREATION_DATE_RECENT" -> Sequence.CREATION_RECENT;
            case "LAST_UPDATE_RECENT" -> Sequence.UPDATE_RECENT;
            case "LAST_UPDATE_OLDEST" -> Sequence.UPDATE_OLDEST;
            default -> throw new NotReadableException("sequencingOrder");
        };
    }

    static Set<TypeName> subTypes(JsonNode body) {
        Set<TypeName> types = new HashSet<>();
        body.path("metadataElementSubtypeNames").forEach(name -> types.add(new TypeName(name.asText())));
        return types;
    }

    static Condition elements(JsonNode body) {
        Condition own = properties(body.path("searchProperties"));
        JsonNode classifications = body.path("matchClassifications");
        return classifications.isObject()
                ? new Condition.All(List.of(own, matched(classifications, EgeriaSearch::classification)))
                : own;
    }

    static Condition properties(JsonNode search) {
        return matched(search, EgeriaSearch::property);
    }

    private static Condition matched(JsonNode search, Function<JsonNode, Condition> reading) {
        List<Condition> conditions = new ArrayList<>();
        search.path("conditions").forEach(one -> conditions.add(reading.apply(one)));
        if (conditions.isEmpty()) {
            throw new IllegalStateException("a live server fails at an empty list of conditions");
        }
        return switch (search.path("matchCriteria").asText("ALL")) {
            case "ALL" -> new Condition.All(conditions);
            case "ANY" -> new Condition.Any(conditions);
            case "NONE" -> new Condition.None(conditions);
            default -> throw new NotReadableException("matchCriteria");
        };
    }

    private static Condition classification(JsonNode condition) {
        return new Condition.Classified(
                new TypeName(condition.path("name").asText()),
                condition.has("searchProperties")
                        ? properties(condition.path("searchProperties"))
                        : Condition.always());
    }

    private static Condition property(JsonNode condition) {
        if (condition.has("nestedConditions")) {
            return properties(condition.path("nestedConditions"));
        }
        String property = condition.path("property").asText();
        String operator = condition.path("operator").asText();
        boolean ignoreCase = operator.startsWith("CASE_INSENSITIVE_");
        return switch (ignoreCase ? operator.substring("CASE_INSENSITIVE_".length()) : operator) {
            case "EQ" -> ignoreCase
                    ? text(condition, property, Match.WHOLE, true)
                    : compare(condition, property, Comparison.EQUAL);
            case "NEQ" -> not(compare(condition, property, Comparison.EQUAL));
            case "LT" -> compare(condition, property, Comparison.LESS);
            case "LTE" -> compare(condition, property, Comparison.LESS_OR_EQUAL);
            case "GT" -> compare(condition, property, Comparison.GREATER);
            case "GTE" -> compare(condition, property, Comparison.GREATER_OR_EQUAL);
            case "IS_NULL" -> not(new Condition.Present(property));
            case "NOT_NULL" -> new Condition.Present(property);
            case "LIKE" -> text(condition, property, Match.CONTAINS, ignoreCase);
            case "NOT_LIKE" -> not(text(condition, property, Match.CONTAINS, ignoreCase));
            case "STARTS_WITH" -> text(condition, property, Match.STARTS_WITH, ignoreCase);
            case "ENDS_WITH" -> text(condition, property, Match.ENDS_WITH, ignoreCase);
            default -> throw new NotReadableException("operator");
        };
    }

    private static Condition not(Condition condition) {
        return new Condition.None(List.of(condition));
    }

    private static Condition compare(JsonNode condition, String property, Comparison comparison) {
        return new Condition.Compare(property, comparison, value(condition));
    }

    /** Everything is like an empty text, what is absent too. */
    private static Condition text(JsonNode condition, String property, Match match, boolean ignoreCase) {
        String text = ((PropertyValue.Text) value(condition)).value();
        return text.isEmpty() && match != Match.WHOLE
                ? Condition.always()
                : new Condition.Matches(property, match, text, ignoreCase);
    }

    private static PropertyValue value(JsonNode condition) {
        return EgeriaJson.value(condition.path("value")).orElseThrow(() -> new NotReadableException("value"));
    }
}
