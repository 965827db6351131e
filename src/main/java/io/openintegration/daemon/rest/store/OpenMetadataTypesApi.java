package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.AttributeKind;
import io.openintegration.daemon.metadata.types.EnumType;
import io.openintegration.daemon.metadata.types.NearestName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.metadata.types.TypeValidation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The questions for types of the open metadata store's API, each answered with the response's JSON. A name that is none of a
 * type is refused with the nearest one. Every method throws {@link MetadataStoreException}. Safe from any thread.
 */
public final class OpenMetadataTypesApi {

    /** Response classes, which an error answer must name too (Egeria's protocol). */
    public static final String GALLERY_RESPONSE = "TypeDefGalleryResponse";

    public static final String TYPES_RESPONSE = "TypeDefListResponse";
    public static final String TYPE_RESPONSE = "TypeDefResponse";
    public static final String ATTRIBUTE_TYPES_RESPONSE = "AttributeTypeDefListResponse";
    public static final String ATTRIBUTE_TYPE_RESPONSE = "AttributeTypeDefResponse";

    private static final String BY_NAME = "getTypeDefByName";
    private static final String BY_GUID = "getTypeDefByGUID";
    private static final String SUB_TYPES = "getSubTypes";
    private static final String BY_CATEGORY = "findAttributeTypeDefsByCategory";
    private static final String ATTRIBUTE_BY_NAME = "getAttributeTypeDefByName";
    private static final String ATTRIBUTE_BY_GUID = "getAttributeTypeDefByGUID";

    private final TypeCatalogue types;
    private final StoreAnswers answers;

    /** @param requestIds gives an id for each request */
    public OpenMetadataTypesApi(TypeCatalogue types, Supplier<String> requestIds) {
        this.types = types;
        this.answers = new StoreAnswers(requestIds);
    }

    public ObjectNode all(boolean inherited) {
        ObjectNode response = answer(GALLERY_RESPONSE, "getAllTypes");
        attributeTypes().forEach(response.putArray("attributeTypeDefs")::add);
        TypeDefJson json = new TypeDefJson(types, inherited);
        Stream.of(entities(json), relationships(json), classifications(json))
                .flatMap(List::stream)
                .forEach(response.withArray("typeDefs")::add);
        return response;
    }

    public ObjectNode entityTypes(boolean inherited) {
        return list("getEntityDefs", entities(new TypeDefJson(types, inherited)));
    }

    public ObjectNode relationshipTypes() {
        return list("getRelationshipDefs", relationships(new TypeDefJson(types, false)));
    }

    public ObjectNode classificationTypes() {
        return list("getClassificationDefs", classifications(new TypeDefJson(types, false)));
    }

    /** The types below a type of elements, however far. */
    public ObjectNode subTypes(String typeName, boolean inherited) {
        if (typeName == null || typeName.isBlank()) {
            throw Refusals.missingValue(SUB_TYPES, "typeName");
        }
        TypeName name = new TypeName(typeName);
        new TypeValidation(types, SUB_TYPES).elementType(name);
        TypeDefJson json = new TypeDefJson(types, inherited);
        return list(
                SUB_TYPES,
                types.entities().stream()
                        .filter(type -> !type.name().equals(name) && types.isA(type.name(), name))
                        .map(json::of)
                        .toList());
    }

    public ObjectNode byName(String name, boolean inherited) {
        TypeName typeName = new TypeName(name);
        new TypeValidation(types, BY_NAME).known(typeName);
        ObjectNode response = answer(TYPE_RESPONSE, BY_NAME);
        response.set("typeDef", typeDef(typeName, inherited).orElseThrow());
        return response;
    }

    /** By the GUID that the type has here. */
    public ObjectNode byGuid(String guid, boolean inherited) {
        ObjectNode response = answer(TYPE_RESPONSE, BY_GUID);
        TypeDefJson json = new TypeDefJson(types, inherited);
        response.set(
                "typeDef",
                Stream.of(entities(json), relationships(json), classifications(json))
                        .flatMap(List::stream)
                        .filter(type -> type.get("guid").textValue().equals(guid))
                        .findFirst()
                        .orElseThrow(() -> Refusals.unknownElement(BY_GUID, guid)));
        return response;
    }

    /** @param category {@code PRIMITIVE}, {@code COLLECTION} or {@code ENUM}; empty means all */
    public ObjectNode attributeTypes(Optional<String> category) {
        ObjectNode response = answer(ATTRIBUTE_TYPES_RESPONSE, BY_CATEGORY);
        String wanted =
                category.map(name -> name.equals("ENUM") ? "ENUM_DEF" : name).orElse("");
        if (!wanted.isEmpty() && !List.of("PRIMITIVE", "COLLECTION", "ENUM_DEF").contains(wanted)) {
            throw Refusals.wrongKind(BY_CATEGORY, "category", "one of PRIMITIVE, COLLECTION, ENUM");
        }
        attributeTypes().stream()
                .filter(type ->
                        wanted.isEmpty() || type.get("category").textValue().equals(wanted))
                .forEach(response.putArray("attributeTypeDefs")::add);
        return response;
    }

    public ObjectNode attributeTypeByName(String name) {
        return attributeType("name", name, ATTRIBUTE_BY_NAME);
    }

    /** By the GUID that the type has here. */
    public ObjectNode attributeTypeByGuid(String guid) {
        return attributeType("guid", guid, ATTRIBUTE_BY_GUID);
    }

    private ObjectNode attributeType(String field, String wanted, String operation) {
        ObjectNode response = answer(ATTRIBUTE_TYPE_RESPONSE, operation);
        response.set(
                "attributeTypeDef",
                attributeTypes().stream()
                        .filter(type -> type.get(field).textValue().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> Refusals.unknownType(
                                operation,
                                new TypeName(wanted),
                                NearestName.to(
                                        wanted,
                                        attributeTypes().stream()
                                                .map(type -> type.get(field).textValue())
                                                .toList()))));
        return response;
    }

    private Optional<ObjectNode> typeDef(TypeName name, boolean inherited) {
        TypeDefJson json = new TypeDefJson(types, inherited);
        return types.entity(name)
                .map(json::of)
                .or(() -> types.relationship(name).map(json::of))
                .or(() -> types.classification(name).map(json::of));
    }

    private List<ObjectNode> entities(TypeDefJson json) {
        return types.entities().stream().map(json::of).toList();
    }

    private List<ObjectNode> relationships(TypeDefJson json) {
        return types.relationships().stream().map(json::of).toList();
    }

    private List<ObjectNode> classifications(TypeDefJson json) {
        return types.classifications().stream().map(json::of).toList();
    }

    private List<ObjectNode> attributeTypes() {
        Stream<ObjectNode> kinds = Arrays.stream(AttributeKind.values())
                .filter(kind -> kind != AttributeKind.CHOICE)
                .map(TypeDefJson::of);
        return Stream.concat(kinds, types.enumerations().stream().map((EnumType type) -> TypeDefJson.of(type)))
                .toList();
    }

    private ObjectNode list(String operation, List<ObjectNode> found) {
        ObjectNode response = answer(TYPES_RESPONSE, operation);
        ObjectNode list = response.putObject("typeDefList");
        found.forEach(list.putArray("typeDefs")::add);
        return response;
    }

    private ObjectNode answer(String className, String operation) {
        return answers.ok(className, new StoreRequestBody(JsonNodeFactory.instance.objectNode(), operation));
    }
}
