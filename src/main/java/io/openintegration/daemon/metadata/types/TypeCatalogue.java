package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that a metadata server knows. Immutable, safe from any thread. */
public final class TypeCatalogue {

    private static final TypeName REFERENCEABLE = new TypeName("Referenceable");
    private static final TypeCatalogue OPEN_METADATA = build();

    private final Map<TypeName, EntityType> entities;
    private final Map<TypeName, RelationshipType> relationships;
    private final Map<TypeName, ClassificationType> classifications;
    private final Map<TypeName, List<TypeName>> superTypes = new HashMap<>();
    private final Map<TypeName, Map<String, AttributeType>> attributes = new HashMap<>();

    TypeCatalogue(TypeDefinitions definitions) {
        this.entities = Map.copyOf(definitions.entities());
        this.relationships = Map.copyOf(definitions.relationships());
        this.classifications = Map.copyOf(definitions.classifications());
        // Definitions come super type first, so what is inherited is there already.
        definitions.entities().values().forEach(this::inherit);
        relationships.forEach((name, type) -> attributes.put(name, byName(type.attributes())));
        classifications.forEach((name, type) -> attributes.put(name, byName(type.attributes())));
    }

    /** The open metadata types. */
    public static TypeCatalogue openMetadata() {
        return OPEN_METADATA;
    }

    public Optional<EntityType> entity(TypeName name) {
        return Optional.ofNullable(entities.get(name));
    }

    public Optional<RelationshipType> relationship(TypeName name) {
        return Optional.ofNullable(relationships.get(name));
    }

    public Optional<ClassificationType> classification(TypeName name) {
        return Optional.ofNullable(classifications.get(name));
    }

    /** The super types of a type of elements, the nearest first; empty for any other name. */
    public List<TypeName> superTypes(TypeName entityType) {
        return superTypes.getOrDefault(entityType, List.of());
    }

    /** Whether elements of type {@code type} are also of type {@code wanted}. */
    public boolean isA(TypeName type, TypeName wanted) {
        return type.equals(wanted) || superTypes(type).contains(wanted);
    }

    /** This type of elements and all types below it; empty for any other name. */
    public Set<TypeName> withSubTypes(TypeName entityType) {
        return entities.keySet().stream()
                .filter(candidate -> isA(candidate, entityType))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All types of elements, by their names. */
    public List<EntityType> entities() {
        return sorted(entities);
    }

    /** All types of relationships, by their names. */
    public List<RelationshipType> relationships() {
        return sorted(relationships);
    }

    /** All classifications, by their names. */
    public List<ClassificationType> classifications() {
        return sorted(classifications);
    }

    /** All enumerations that attributes have, by their names. */
    public List<EnumType> enumerations() {
        return attributes.values().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(attribute -> attribute.enumeration().stream())
                .distinct()
                .sorted(Comparator.comparing(EnumType::name))
                .toList();
    }

    private static <T> List<T> sorted(Map<TypeName, T> types) {
        return types.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Set<TypeName> relationshipNames() {
        return relationships.keySet();
    }

    /** The attributes of a type of any category by name, inherited ones included; empty where it is unknown. */
    public Map<String, AttributeType> attributes(TypeName type) {
        return attributes.getOrDefault(type, Map.of());
    }

    /** The type that elements of this type count as for anchoring: the one below {@code Referenceable}. */
    public TypeName anchorDomain(TypeName entityType) {
        List<TypeName> line = superTypes(entityType);
        int position = line.indexOf(REFERENCEABLE);
        return position < 1 ? entityType : line.get(position - 1);
    }

    /** Whether relationships of this type tell where data comes from, or what calls what. */
    public boolean isLineage(TypeName relationshipType) {
        return LineageTypes.RELATIONSHIPS.contains(relationshipType);
    }

    /** The known type name, of any category, that is most like this one. */
    String nearest(TypeName wrong) {
        return NearestName.to(
                wrong.value(),
                Stream.of(entities, relationships, classifications)
                        .flatMap(types -> types.keySet().stream())
                        .map(TypeName::value)
                        .toList());
    }

    boolean isKnown(TypeName name) {
        return attributes.containsKey(name);
    }

    private void inherit(EntityType type) {
        List<TypeName> line = new ArrayList<>();
        Map<String, AttributeType> all = new LinkedHashMap<>();
        type.superType().ifPresent(parent -> {
            line.add(parent);
            line.addAll(superTypes(parent));
            all.putAll(attributes(parent));
        });
        all.putAll(byName(type.attributes()));
        superTypes.put(type.name(), List.copyOf(line));
        attributes.put(type.name(), Map.copyOf(all));
    }

    private static Map<String, AttributeType> byName(Collection<AttributeType> attributes) {
        return attributes.stream().collect(Collectors.toUnmodifiableMap(AttributeType::name, type -> type));
    }

    private static TypeCatalogue build() {
        TypeDefinitions definitions = new TypeDefinitions();
        CoreTypes.define(definitions);
        InfrastructureTypes.define(definitions);
        FileTypes.define(definitions);
        SchemaTypes.define(definitions);
        LineageTypes.define(definitions);
        OrganizationTypes.define(definitions);
        SecurityTypes.define(definitions);
        CatalogTypes.define(definitions);
        return new TypeCatalogue(definitions);
    }
}
