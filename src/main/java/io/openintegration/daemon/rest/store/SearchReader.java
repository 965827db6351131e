package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the peer's search properties and search classifications. Text is taken literally, as a live peer does, whatever its
 * documentation says of patterns. What is wrong is refused with {@code OPEN-METADATA-STORE-400-003}, what is missing with
 * {@code OMAG-COMMON-400-006}.
 *
 * @param request the body that holds them
 */
record SearchReader(StoreRequestBody request) {

    private enum MatchCriteria {
        ALL,
        ANY,
        NONE
    }

    /** How a condition compares, in the peer's words; {@code IN} is that of older generations. */
    private enum Operator {
        EQ,
        NEQ,
        LT,
        LTE,
        GT,
        GTE,
        IN,
        IS_NULL,
        NOT_NULL,
        LIKE,
        NOT_LIKE,
        STARTS_WITH,
        ENDS_WITH,
        CASE_INSENSITIVE_EQ,
        CASE_INSENSITIVE_LIKE,
        CASE_INSENSITIVE_NOT_LIKE,
        CASE_INSENSITIVE_STARTS_WITH,
        CASE_INSENSITIVE_ENDS_WITH
    }

    /** The conditions of {@code searchProperties} and {@code matchClassifications}, of which one must be there. */
    Condition elements() {
        List<Condition> conditions = new ArrayList<>();
        request.object("searchProperties").map(this::properties).ifPresent(conditions::add);
        request.object("matchClassifications").map(this::classifications).ifPresent(conditions::add);
        if (conditions.isEmpty()) {
            throw Refusals.missingValue(request.operation(), "searchProperties");
        }
        return new Condition.All(conditions);
    }

    /** The conditions of {@code searchProperties}; everything where there are none. */
    Condition relationships() {
        request.refuse("matchClassifications");
        return request.object("searchProperties").map(this::properties).orElse(Condition.always());
    }

    private Condition properties(StoreRequestBody search) {
        search.name("templateFilter").filter(filter -> !filter.equals("ALL")).ifPresent(filter -> {
            throw Refusals.notSupported(request.operation(), "templateFilter");
        });
        return matched(search, this::property);
    }

    private Condition classifications(StoreRequestBody search) {
        return matched(search, this::classification);
    }

    private Condition matched(StoreRequestBody search, Function<StoreRequestBody, Condition> reading) {
        JsonNode given = search.json().path("conditions");
        if (given.isMissingNode() || given.isNull() || given.isEmpty()) {
            throw Refusals.missingValue(request.operation(), "conditions");
        }
        List<Condition> conditions = new ArrayList<>();
        given.forEach(one -> conditions.add(reading.apply(condition(given, one))));
        return switch (search.choice("matchCriteria", MatchCriteria.class).orElse(MatchCriteria.ALL)) {
            case ALL -> new Condition.All(conditions);
            case ANY -> new Condition.Any(conditions);
            case NONE -> new Condition.None(conditions);
        };
    }

    private StoreRequestBody condition(JsonNode given, JsonNode one) {
        if (!given.isArray() || !one.isObject()) {
            throw Refusals.wrongKind(request.operation(), "conditions", "an array of objects");
        }
        return new StoreRequestBody(one, request.operation());
    }

    private Condition classification(StoreRequestBody condition) {
        return new Condition.Classified(
                new TypeName(condition.requiredName("name")),
                condition.object("searchProperties").map(this::properties).orElse(Condition.always()));
    }

    private Condition property(StoreRequestBody condition) {
        Optional<StoreRequestBody> nested = condition.object("nestedConditions");
        if (nested.isPresent()) {
            if (condition.name("property").isPresent()) {
                throw Refusals.wrongKind(request.operation(), "condition", "either of a property or nested");
            }
            return properties(nested.get());
        }
        String property = condition.requiredName("property");
        Operator operator = condition
                .choice("operator", Operator.class)
                .orElseThrow(() -> Refusals.missingValue(request.operation(), "operator"));
        return compared(property, operator, condition);
    }

    private Condition compared(String property, Operator operator, StoreRequestBody condition) {
        return switch (operator) {
            case EQ -> compare(property, Comparison.EQUAL, condition);
            case NEQ -> not(compare(property, Comparison.EQUAL, condition));
            case LT -> compare(property, Comparison.LESS, condition);
            case LTE -> compare(property, Comparison.LESS_OR_EQUAL, condition);
            case GT -> compare(property, Comparison.GREATER, condition);
            case GTE -> compare(property, Comparison.GREATER_OR_EQUAL, condition);
            case IN -> in(property, condition);
            case IS_NULL -> not(new Condition.Present(property));
            case NOT_NULL -> new Condition.Present(property);
            case LIKE -> text(property, Match.CONTAINS, false, condition);
            case NOT_LIKE -> not(text(property, Match.CONTAINS, false, condition));
            case STARTS_WITH -> text(property, Match.STARTS_WITH, false, condition);
            case ENDS_WITH -> text(property, Match.ENDS_WITH, false, condition);
            case CASE_INSENSITIVE_EQ -> text(property, Match.WHOLE, true, condition);
            case CASE_INSENSITIVE_LIKE -> text(property, Match.CONTAINS, true, condition);
            case CASE_INSENSITIVE_NOT_LIKE -> not(text(property, Match.CONTAINS, true, condition));
            case CASE_INSENSITIVE_STARTS_WITH -> text(property, Match.STARTS_WITH, true, condition);
            case CASE_INSENSITIVE_ENDS_WITH -> text(property, Match.ENDS_WITH, true, condition);
        };
    }

    private static Condition not(Condition condition) {
        return new Condition.None(List.of(condition));
    }

    private Condition compare(String property, Comparison comparison, StoreRequestBody condition) {
        return new Condition.Compare(property, comparison, value(property, condition));
    }

    private Condition in(String property, StoreRequestBody condition) {
        if (value(property, condition) instanceof PropertyValue.TextList list) {
            return new Condition.Any(list.values().stream()
                    .map(text ->
                            (Condition) new Condition.Compare(property, Comparison.EQUAL, new PropertyValue.Text(text)))
                    .toList());
        }
        throw Refusals.wrongKind(request.operation(), "value of " + property, "an array of texts");
    }

    private Condition text(String property, Match match, boolean ignoreCase, StoreRequestBody condition) {
        if (value(property, condition) instanceof PropertyValue.Text text) {
            return new Condition.Matches(property, match, text.value(), ignoreCase);
        }
        throw Refusals.wrongKind(request.operation(), "value of " + property, "text");
    }

    private PropertyValue value(String property, StoreRequestBody condition) {
        StoreRequestBody value = condition
                .object("value")
                .orElseThrow(() -> Refusals.missingValue(request.operation(), "value of " + property));
        return new PropertyReader(request.operation()).value(value.json(), "value of " + property);
    }
}
