package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the definitions of the areas; a super type comes before its sub-types, and no name comes twice. */
final class TypeDefinitions {

    private final Map<TypeName, EntityType> entities = new LinkedHashMap<>();
    private final Map<TypeName, RelationshipType> relationships = new LinkedHashMap<>();
    private final Map<TypeName, ClassificationType> classifications = new LinkedHashMap<>();

    void root(String name, AttributeType... attributes) {
        add(entities, new TypeName(name), new EntityType(new TypeName(name), Optional.empty(), List.of(attributes)));
    }

    void entity(String name, String superType, AttributeType... attributes) {
        TypeName parent = known(superType);
        add(entities, new TypeName(name), new EntityType(new TypeName(name), Optional.of(parent), List.of(attributes)));
    }

    /** Several sub-types of one type that have no attributes of their own. */
    void entities(String superType, String... names) {
        for (String name : names) {
            entity(name, superType);
        }
    }

    void uniLink(String name, RelationshipEnd end1, RelationshipEnd end2, AttributeType... attributes) {
        relationship(name, end1, end2, Multiplicity.UNI_LINK, attributes);
    }

    void multiLink(String name, RelationshipEnd end1, RelationshipEnd end2, AttributeType... attributes) {
        relationship(name, end1, end2, Multiplicity.MULTI_LINK, attributes);
    }

    void classification(String name, String entityType, AttributeType... attributes) {
        TypeName typeName = new TypeName(name);
        add(classifications, typeName, new ClassificationType(typeName, known(entityType), List.of(attributes)));
    }

    Map<TypeName, EntityType> entities() {
        return entities;
    }

    Map<TypeName, RelationshipType> relationships() {
        return relationships;
    }

    Map<TypeName, ClassificationType> classifications() {
        return classifications;
    }

    private void relationship(
            String name,
            RelationshipEnd end1,
            RelationshipEnd end2,
            Multiplicity multiplicity,
            AttributeType... attributes) {
        known(end1.entityType().value());
        known(end2.entityType().value());
        TypeName typeName = new TypeName(name);
        add(relationships, typeName, new RelationshipType(typeName, end1, end2, multiplicity, List.of(attributes)));
    }

    private TypeName known(String name) {
        TypeName typeName = new TypeName(name);
        if (!entities.containsKey(typeName)) {
            throw new IllegalStateException(name + " is used before it is defined");
        }
        return typeName;
    }

    private static <T> void add(Map<TypeName, T> types, TypeName name, T type) {
        if (types.put(name, type) != null) {
            throw new IllegalStateException(name + " is defined twice");
        }
    }
}
