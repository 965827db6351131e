package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Map;
import java.util.Optional;

/**
 * Checks one operation's input against the types. Every check throws {@link MetadataStoreException}: for an unknown
 * type {@code OMAG-COMMON-400-018} with the nearest known name, for one of another category or not a sub-type of what
 * is needed {@code -400-019}, for a property {@code OMAG-REPOSITORY-HANDLER-400-001}.
 *
 * @param operation the peer's name of the operation, for messages
 */
public record TypeValidation(TypeCatalogue types, String operation) {

    public EntityType elementType(TypeName name) {
        return found(types.entity(name), name, "a type of elements");
    }

    public RelationshipType relationshipType(TypeName name) {
        return found(types.relationship(name), name, "a type of relationships");
    }

    public ClassificationType classificationType(TypeName name) {
        return found(types.classification(name), name, "a classification");
    }

    /** Refuses a name that is not one of a type, of any category. */
    public void known(TypeName name) {
        if (!types.isKnown(name)) {
            throw Refusals.unknownType(operation, name, types.nearest(name));
        }
    }

    /** The properties of a new or changed element. */
    public void element(TypeName type, ElementProperties properties) {
        elementType(type);
        properties(type, properties);
    }

    /** A classification given to an element of type {@code elementType}. */
    public void classification(TypeName elementType, TypeName name, ElementProperties properties) {
        ClassificationType type = classificationType(name);
        if (!types.isA(elementType, type.entityType())) {
            throw Refusals.wrongClassification(operation, name, elementType);
        }
        properties(name, properties);
    }

    /** A relationship between elements of these types. */
    public RelationshipType relationship(TypeName name, TypeName end1, TypeName end2, ElementProperties properties) {
        RelationshipType type = relationshipType(name);
        end(type, type.end1(), end1, 1);
        end(type, type.end2(), end2, 2);
        properties(name, properties);
        return type;
    }

    /** The properties of a type of any category. */
    public void properties(TypeName type, ElementProperties properties) {
        Map<String, AttributeType> attributes = types.attributes(type);
        properties.values().forEach((name, value) -> {
            AttributeType attribute = attributes.get(name);
            if (attribute == null) {
                throw Refusals.wrongProperty(
                        operation,
                        name,
                        type,
                        attributes.isEmpty()
                                ? "no property at all"
                                : "a property it has, such as " + NearestName.to(name, attributes.keySet()));
            }
            if (!attribute.accepts(value)) {
                throw Refusals.wrongProperty(operation, name, type, attribute.expectation());
            }
        });
    }

    private void end(RelationshipType type, RelationshipEnd end, TypeName given, int number) {
        if (!types.isA(given, end.entityType())) {
            throw Refusals.wrongType(operation, given, end.entityType() + " at end " + number + " of " + type.name());
        }
    }

    private <T> T found(Optional<T> type, TypeName name, String expected) {
        return type.orElseThrow(() -> types.isKnown(name)
                ? Refusals.wrongType(operation, name, expected)
                : Refusals.unknownType(operation, name, types.nearest(name)));
    }
}
