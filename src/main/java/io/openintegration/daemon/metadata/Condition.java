package io.openintegration.daemon.metadata;

import java.util.List;
import java.util.Map;

/**
 * What elements or relationships must be like to be found. Text is compared literally, code by code. A property that is absent meets
 * no comparison.
 */
public sealed interface Condition {

    /** Everything is found. */
    static Condition always() {
        return new All(List.of());
    }

    /** @param classifications none for a relationship */
    boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications);

    default boolean holds(Element element) {
        return holds(element.properties(), element.classifications());
    }

    default boolean holds(Relationship relationship) {
        return holds(relationship.properties(), Map.of());
    }

    /** Every one holds; so it does where there are none. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return conditions.stream().allMatch(one -> one.holds(properties, classifications));
        }
    }

    /** At least one holds. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return conditions.stream().anyMatch(one -> one.holds(properties, classifications));
        }
    }

    /** Not one holds. */
    record None(List<Condition> conditions) implements Condition {

        public None {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return conditions.stream().noneMatch(one -> one.holds(properties, classifications));
        }
    }

    /** The property is there. */
    record Present(String property) implements Condition {

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return properties.get(property).isPresent();
        }
    }

    /** The property is the value, or before or behind it. Only values of one kind that has an order are before or behind another. */
    record Compare(String property, Comparison comparison, PropertyValue value) implements Condition {

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return properties
                    .get(property)
                    .filter(found -> comparison.holds(found, value))
                    .isPresent();
        }
    }

    /** How a property compares with a value. */
    enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(PropertyValue found, PropertyValue value) {
            if (this == EQUAL) {
                return found.equals(value);
            }
            return PropertyOrder.between(found, value).filter(this::holds).isPresent();
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    /** The property is text that matches. */
    record Matches(String property, TextSearch.Match match, String text, boolean ignoreCase) implements Condition {

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return properties
                    .text(property)
                    .filter(found -> match.holds(found, text, ignoreCase))
                    .isPresent();
        }
    }

    /** At least one text property matches; any element does where the text is empty. */
    record AnyText(TextSearch.Match match, String text, boolean ignoreCase) implements Condition {

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            return text.isEmpty()
                    || properties.values().values().stream()
                            .anyMatch(value -> value instanceof PropertyValue.Text found
                                    && match.holds(found.value(), text, ignoreCase));
        }
    }

    /** The element has the classification, and the classification's properties are like this. */
    record Classified(TypeName classification, Condition where) implements Condition {

        @Override
        public boolean holds(ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
            ElementProperties found = classifications.get(classification);
            return found != null && where.holds(found, Map.of());
        }
    }
}
