package io.openintegration.daemon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Elements and properties in the JSON of a live Egeria 6.1, written and read without a line of the client under test. */
final class EgeriaJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    private EgeriaJson() {}

    /** What Egeria's JSON library refuses, before any handler sees the request. */
    static final class NotReadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadableException(String message) {
            super(message);
        }
    }

    static ObjectNode element(Element element) {
        ObjectNode json = header(element.type(), "ENTITY_DEF", element.source(), element.versions());
        json.put("elementGUID", element.guid().value());
        element.classifications().forEach((name, properties) -> {
            ObjectNode one = json.withArray("classifications")
                    .addObject()
                    .put("class", "AttachedClassification")
                    .put("classificationName", name.value());
            one.setAll(header(name, "CLASSIFICATION_DEF", Optional.empty(), element.versions()));
            setProperties(one, "classificationProperties", properties);
        });
        setProperties(json, "elementProperties", element.properties());
        return json;
    }

    static ObjectNode related(RelatedElement related) {
        Relationship link = related.relationship();
        ObjectNode json = header(link.type(), "RELATIONSHIP_DEF", link.source(), link.versions());
        json.put("relationshipGUID", link.guid().value()).put("elementAtEnd1", related.elementAtEnd1());
        json.set("element", element(related.element()));
        setProperties(json, "relationshipProperties", link.properties());
        return json;
    }

    static ObjectNode relationship(Relationship link) {
        ObjectNode json = header(link.type(), "RELATIONSHIP_DEF", link.source(), link.versions());
        json.put("relationshipGUID", link.guid().value())
                .put("elementGUIDAtEnd1", link.end1().value())
                .put("elementGUIDAtEnd2", link.end2().value());
        setProperties(json, "relationshipProperties", link.properties());
        return json;
    }

    private static ObjectNode header(
            TypeName type, String category, Optional<MetadataSource> source, ElementVersions versions) {
        ObjectNode json = JSON.objectNode().put("headerVersion", 0).put("status", "ACTIVE");
        json.putObject("type").put("typeName", type.value()).put("typeCategory", category);
        ObjectNode origin = json.putObject("origin").put("sourceServer", "active-metadata-store");
        source.ifPresentOrElse(
                owner -> origin.put("originCategory", "EXTERNAL_SOURCE")
                        .put("homeMetadataCollectionId", owner.guid().value())
                        .put("homeMetadataCollectionName", owner.name().value()),
                () -> origin.put("originCategory", "LOCAL_COHORT").put("homeMetadataCollectionId", "own collection"));
        ObjectNode said = json.putObject("versions")
                .put("createdBy", versions.createdBy().value())
                .put("createTime", TIME.format(versions.createTime()))
                .put("version", versions.version());
        if (versions.version() > 1) {
            said.put("updatedBy", versions.updatedBy().value()).put("updateTime", TIME.format(versions.updateTime()));
        }
        return json;
    }

    private static void setProperties(ObjectNode json, String field, ElementProperties properties) {
        if (!properties.isEmpty()) {
            ObjectNode values = json.putObject(field).putObject("propertyValueMap");
            properties.values().forEach((name, value) -> values.set(name, value(value)));
        }
    }

    private static ObjectNode value(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return primitive("string").put("primitiveValue", text.value());
        } else if (value instanceof PropertyValue.Date date) {
            return primitive("date").put("primitiveValue", date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.IntNumber number) {
            return primitive("int").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            return primitive("long").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            return primitive("double").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            return primitive("boolean").put("primitiveValue", flag.value());
        } else if (value instanceof PropertyValue.Choice choice) {
            return JSON.objectNode()
                    .put("class", "EnumTypePropertyValue")
                    .put("typeName", choice.enumName())
                    .put("symbolicName", choice.symbolicName());
        } else if (value instanceof PropertyValue.TextList list) {
            Map<String, String> texts = new TreeMap<>();
            for (int i = 0; i < list.values().size(); i++) {
                texts.put(Integer.toString(i), list.values().get(i));
            }
            ObjectNode json = JSON.objectNode()
                    .put("class", "ArrayTypePropertyValue")
                    .put("typeName", "array<string>")
                    .put("arrayCount", texts.size());
            json.set("arrayValues", texts(texts));
            return json;
        } else if (value instanceof PropertyValue.TextMap map) {
            ObjectNode json =
                    JSON.objectNode().put("class", "MapTypePropertyValue").put("typeName", "map<string,string>");
            json.set("mapValues", texts(map.values()));
            return json;
        }
        throw new IllegalStateException("unknown kind of value");
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = JSON.objectNode();
        ObjectNode values = json.putObject("propertyValueMap");
        texts.forEach((key, text) -> values.set(key, primitive("string").put("primitiveValue", text)));
        return json;
    }

    private static ObjectNode primitive(String type) {
        return JSON.objectNode()
                .put("class", "PrimitiveTypePropertyValue")
                .put("typeName", type)
                .put("primitiveTypeCategory", "OM_PRIMITIVE_TYPE_" + type.toUpperCase(Locale.ROOT));
    }

    static ElementProperties properties(JsonNode json) {
        ElementProperties.Builder properties = ElementProperties.builder();
        json.path("propertyValueMap").fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                value(field.getValue()).ifPresent(value -> properties.put(field.getKey(), value));
            }
        });
        return properties.build();
    }

    static Optional<PropertyValue> value(JsonNode json) {
        return switch (json.path("class").asText()) {
            case "PrimitiveTypePropertyValue" -> primitive(json);
            case "EnumTypePropertyValue" -> Optional.of(new PropertyValue.Choice(
                    json.path("typeName").asText(), json.path("symbolicName").asText()));
            case "ArrayTypePropertyValue" -> Optional.of(list(json));
            case "MapTypePropertyValue" -> Optional.of(map(json));
            default -> throw new NotReadableException("missing type id property 'class'");
        };
    }

    private static Optional<PropertyValue> primitive(JsonNode json) {
        JsonNode value = json.path("primitiveValue");
        return switch (json.path("primitiveTypeCategory").asText()) {
            case "OM_PRIMITIVE_TYPE_STRING" -> {
                mustBe(value.isTextual());
                yield Optional.of(new PropertyValue.Text(value.textValue()));
            }
            case "OM_PRIMITIVE_TYPE_DATE" -> {
                mustBe(value.isIntegralNumber());
                yield Optional.of(new PropertyValue.Date(Instant.ofEpochMilli(value.longValue())));
            }
            case "OM_PRIMITIVE_TYPE_INT" -> {
                mustBe(value.canConvertToInt());
                yield Optional.of(new PropertyValue.IntNumber(value.intValue()));
            }
            case "OM_PRIMITIVE_TYPE_LONG" -> {
                mustBe(value.canConvertToLong());
                yield Optional.of(new PropertyValue.LongNumber(value.longValue()));
            }
            case "OM_PRIMITIVE_TYPE_DOUBLE" -> Optional.of(new PropertyValue.DecimalNumber(value.doubleValue()));
            case "OM_PRIMITIVE_TYPE_BOOLEAN" -> {
                mustBe(value.isBoolean());
                yield Optional.of(new PropertyValue.Flag(value.booleanValue()));
            }
            default -> Optional.empty();
        };
    }

    private static void mustBe(boolean right) {
        if (!right) {
            throw new NotReadableException("primitiveValue");
        }
    }

    private static PropertyValue list(JsonNode json) {
        List<String> texts = new ArrayList<>();
        JsonNode values = json.path("arrayValues").path("propertyValueMap");
        for (int i = 0; i < json.path("arrayCount").asInt(); i++) {
            texts.add(text(values.path(Integer.toString(i))));
        }
        return new PropertyValue.TextList(texts);
    }

    /** A map that is not written as values is accepted, and empty. */
    private static PropertyValue map(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        json.path("mapValues")
                .path("propertyValueMap")
                .fields()
                .forEachRemaining(field -> texts.put(field.getKey(), text(field.getValue())));
        return new PropertyValue.TextMap(texts);
    }

    private static String text(JsonNode json) {
        return ((PropertyValue.Text) value(json).orElseThrow()).value();
    }
}
