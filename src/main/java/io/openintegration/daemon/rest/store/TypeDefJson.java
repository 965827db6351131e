package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.AttributeKind;
import io.openintegration.daemon.metadata.types.AttributeType;
import io.openintegration.daemon.metadata.types.ClassificationType;
import io.openintegration.daemon.metadata.types.EntityType;
import io.openintegration.daemon.metadata.types.EnumType;
import io.openintegration.daemon.metadata.types.RelationshipEnd;
import io.openintegration.daemon.metadata.types.RelationshipType;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/**
 * Type definitions on the wire, in the peer's form. Their GUIDs are made of their names: they are the same after every start,
 * and not those of the peer.
 *
 * @param inherited whether types of elements list the attributes of their super types, too
 */
record TypeDefJson(TypeCatalogue types, boolean inherited) {

    private static final String UNIQUE = "qualifiedName";

    static String guid(String name) {
        return UUID.nameUUIDFromBytes(("type " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    ObjectNode of(EntityType type) {
        ObjectNode json = typeDef("OpenMetadataEntityDef", "ENTITY_DEF", type.name());
        type.superType().ifPresent(parent -> json.set("superType", link(parent)));
        write(json, inherited ? types.attributes(type.name()).values() : type.attributes());
        return json;
    }

    ObjectNode of(RelationshipType type) {
        ObjectNode json = typeDef("OpenMetadataRelationshipDef", "RELATIONSHIP_DEF", type.name());
        json.put("relationshipCategory", type.multiplicity().name()).put("propagationRule", "NONE");
        json.set("endDef1", of(type.end1()));
        json.set("endDef2", of(type.end2()));
        write(json, type.attributes());
        return json;
    }

    ObjectNode of(ClassificationType type) {
        ObjectNode json = typeDef("OpenMetadataClassificationDef", "CLASSIFICATION_DEF", type.name());
        json.putArray("validEntityDefs").add(link(type.entityType()));
        json.put("propagatable", false);
        write(json, type.attributes());
        return json;
    }

    static ObjectNode of(EnumType type) {
        ObjectNode json = attributeType("OpenMetadataEnumDef", "ENUM_DEF", type.name());
        ArrayNode values = json.putArray("elementDefs");
        for (String value : type.values()) {
            values.addObject().put("ordinal", values.size() - 1).put("value", value);
        }
        return json;
    }

    /** The type of all attributes of a kind, which is not that of enumerations. */
    static ObjectNode of(AttributeKind kind) {
        return switch (kind) {
            case TEXT_LIST -> collection(kind, "ARRAY", 1);
            case TEXT_MAP -> collection(kind, "MAP", 2);
            default -> attributeType("OpenMetadataPrimitiveDef", "PRIMITIVE", kind.typeName())
                    .put("primitiveDefCategory", primitive(kind));
        };
    }

    private static ObjectNode collection(AttributeKind kind, String category, int arguments) {
        ObjectNode json = attributeType("OpenMetadataCollectionDef", "COLLECTION", kind.typeName())
                .put("collectionDefCategory", "OM_COLLECTION_" + category)
                .put("argumentCount", arguments);
        ArrayNode types = json.putArray("argumentTypes");
        for (int i = 0; i < arguments; i++) {
            types.add(primitive(AttributeKind.TEXT));
        }
        return json;
    }

    private static String primitive(AttributeKind kind) {
        return "OM_PRIMITIVE_TYPE_" + kind.typeName().toUpperCase(Locale.ROOT);
    }

    private static ObjectNode attributeType(String className, String category, String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("class", className)
                .put("guid", guid(name))
                .put("category", category)
                .put("name", name);
    }

    private static ObjectNode typeDef(String className, String category, TypeName name) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("class", className)
                .put("guid", guid(name.value()))
                .put("name", name.value())
                .put("category", category)
                .put("status", "ACTIVE_TYPEDEF")
                .put("version", 1)
                .put("versionName", "1.0")
                .put("initialStatus", "ACTIVE");
        json.putArray("validElementStatusList").add("ACTIVE").add("DELETED");
        return json;
    }

    private static ObjectNode of(RelationshipEnd end) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entityType", link(end.entityType()));
        return json.put("attributeName", end.label())
                .put("attributeCardinality", end.cardinality().name());
    }

    private static ObjectNode link(TypeName type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("guid", guid(type.value()))
                .put("name", type.value());
    }

    private static void write(ObjectNode json, Collection<AttributeType> attributes) {
        attributes.stream()
                .sorted(Comparator.comparing(AttributeType::name))
                .forEach(attribute -> json.withArray("attributeDefinitions").add(of(attribute)));
    }

    private static ObjectNode of(AttributeType attribute) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("attributeName", attribute.name());
        json.set("attributeType", attribute.enumeration().map(TypeDefJson::of).orElseGet(() -> of(attribute.kind())));
        return json.put("attributeStatus", "ACTIVE_ATTRIBUTE")
                .put("attributeCardinality", "AT_MOST_ONE")
                .put("valuesMinCount", 0)
                .put("valuesMaxCount", 1)
                .put("indexable", true)
                .put("unique", attribute.name().equals(UNIQUE));
    }
}
