package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks a question against the types, so that a misspelt name is not answered with nothing. A property may be one of the
 * type that is asked for or of any of its sub-types. Throws as {@link TypeValidation} does.
 *
 * @param operation the peer's name of the operation, for messages
 */
public record QueryValidation(TypeCatalogue types, String operation) {

    private static final TypeName ROOT = new TypeName("OpenMetadataRoot");

    public void check(ElementQuery query) {
        TypeValidation validation = new TypeValidation(types, operation);
        query.type().ifPresent(validation::elementType);
        TypeName type = query.type().orElse(ROOT);
        query.subTypes().forEach(subType -> {
            validation.elementType(subType);
            if (!types.isA(subType, type)) {
                throw Refusals.wrongType(operation, subType, "a sub-type of " + type);
            }
        });
        Scope scope = new Scope(type, query.subTypes().isEmpty() ? types.withSubTypes(type) : query.subTypes());
        check(query.where(), scope);
        check(query.sequence(), scope);
    }

    public void check(RelationshipQuery query) {
        query.type().ifPresent(new TypeValidation(types, operation)::relationshipType);
        Scope scope = query.type()
                .map(type -> new Scope(type, Set.of(type)))
                .orElseGet(() -> new Scope(new TypeName("any relationship"), types.relationshipNames()));
        check(query.where(), scope);
        check(query.sequence(), scope);
    }

    private void check(Condition condition, Scope scope) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(one -> check(one, scope));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(one -> check(one, scope));
        } else if (condition instanceof Condition.None none) {
            none.conditions().forEach(one -> check(one, scope));
        } else if (condition instanceof Condition.Present present) {
            scope.check(present.property(), any -> true);
        } else if (condition instanceof Condition.Compare compare) {
            scope.check(compare.property(), attribute -> fits(attribute, compare));
        } else if (condition instanceof Condition.Matches matches) {
            scope.check(matches.property(), attribute -> attribute.kind() == AttributeKind.TEXT);
        } else if (condition instanceof Condition.Classified classified) {
            TypeName name = classified.classification();
            new TypeValidation(types, operation).classificationType(name);
            check(classified.where(), new Scope(name, Set.of(name)));
        }
    }

    private static boolean fits(AttributeType attribute, Condition.Compare compare) {
        PropertyValue value = compare.value();
        boolean ordered = !(value instanceof PropertyValue.TextList || value instanceof PropertyValue.TextMap);
        return attribute.accepts(value) && (ordered || compare.comparison() == Condition.Comparison.EQUAL);
    }

    private static void check(Sequence sequence, Scope scope) {
        sequence.property().ifPresent(property -> scope.check(property, any -> true));
    }

    /** The types that may be found, and what they are called together. */
    private final class Scope {

        private final TypeName name;
        private final Collection<TypeName> members;
        private final Map<String, List<AttributeType>> known = new HashMap<>();

        Scope(TypeName name, Collection<TypeName> members) {
            this.name = name;
            this.members = members;
        }

        /** @param fits for one of the types is enough */
        void check(String property, Predicate<AttributeType> fits) {
            List<AttributeType> found = known.computeIfAbsent(property, this::attributes);
            if (found.isEmpty()) {
                Set<String> names = new HashSet<>();
                members.forEach(type -> names.addAll(types.attributes(type).keySet()));
                throw Refusals.wrongProperty(
                        operation, property, name, "a property it has, such as " + NearestName.to(property, names));
            }
            if (found.stream().noneMatch(fits)) {
                throw Refusals.wrongProperty(
                        operation, property, name, found.get(0).expectation() + " that can be compared so");
            }
        }

        private List<AttributeType> attributes(String property) {
            return members.stream()
                    .map(type -> Optional.ofNullable(types.attributes(type).get(property)))
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }
    }
}
