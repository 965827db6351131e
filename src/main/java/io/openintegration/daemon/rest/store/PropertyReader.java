package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Refusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads properties from the wire; {@link PropertyJson} writes them. The peer's value classes, strictly: what would be lost
 * or guessed is refused with {@code OPEN-METADATA-STORE-400-003}, which names the property, a null with
 * {@code OMAG-COMMON-400-015}, and an enumeration without a name with {@code OMAG-COMMON-400-006}. Whether a property exists
 * and may have such a value is for the type catalogue to say.
 *
 * @param operation the peer's name of the operation, for messages
 */
record PropertyReader(String operation) {

    private static final String VALUES = "propertyValueMap";

    /**
     * @param json an object with a {@code propertyValueMap}; one without has no properties. What answers have beside it
     *     may be sent back, and is not looked at. A property that is null is left out.
     */
    ElementProperties properties(JsonNode json, String field) {
        ElementProperties.Builder properties = ElementProperties.builder();
        values(json, field).forEach((name, value) -> properties.put(name, value(value, name)));
        return properties.build();
    }

    /** @param name what the value is called in messages */
    PropertyValue value(JsonNode json, String name) {
        return switch (json.path("class").asText()) {
            case "PrimitiveTypePropertyValue" -> primitive(json, name);
            case "EnumTypePropertyValue" -> new PropertyValue.Choice(
                    required(json, "typeName", name), required(json, "symbolicName", name));
            case "ArrayTypePropertyValue" -> new PropertyValue.TextList(list(json.get("arrayValues"), name));
            case "MapTypePropertyValue" -> new PropertyValue.TextMap(map(json.get("mapValues"), name));
            default -> throw wrong(
                    name,
                    "an object of class PrimitiveTypePropertyValue, EnumTypePropertyValue, ArrayTypePropertyValue or"
                            + " MapTypePropertyValue");
        };
    }

    private PropertyValue primitive(JsonNode json, String name) {
        JsonNode value = json.get("primitiveValue");
        if (value == null || value.isNull()) {
            throw Refusals.nullValue(operation, "primitiveValue of " + name);
        }
        return switch (primitiveType(json, name)) {
            case "string" -> new PropertyValue.Text(text(value, name));
            case "boolean" -> new PropertyValue.Flag(
                    fitting(value.isBoolean(), value, name, "true or false").booleanValue());
            case "int" -> new PropertyValue.IntNumber(
                    fitting(value.isIntegralNumber() && value.canConvertToInt(), value, name, "a whole number (int)")
                            .intValue());
            case "long" -> new PropertyValue.LongNumber(longNumber(value, name, "a whole number (long)"));
            case "double" -> new PropertyValue.DecimalNumber(decimal(value, name));
            case "date" -> new PropertyValue.Date(
                    Instant.ofEpochMilli(longNumber(value, name, "a date as milliseconds since 1970")));
            default -> throw wrong(
                    name, "of primitive type string, boolean, int, long, double or date, which are those in use here");
        };
    }

    /** Name and category say the same; one of them may be missing. */
    private String primitiveType(JsonNode json, String name) {
        String category = json.path("primitiveTypeCategory").asText("");
        String type = category.replace("OM_PRIMITIVE_TYPE_", "").toLowerCase(Locale.ROOT);
        String typeName = json.path("typeName").asText("");
        if (type.isEmpty() && typeName.isEmpty()) {
            throw wrong(name, "given with a typeName or a primitiveTypeCategory");
        }
        if (!type.isEmpty() && !typeName.isEmpty() && !type.equals(typeName)) {
            throw wrong(name, "of one type: typeName and primitiveTypeCategory contradict each other");
        }
        return type.isEmpty() ? typeName : type;
    }

    private double decimal(JsonNode value, String name) {
        // JSON has no numbers for infinity and the like: they come as text, as they are sent.
        if (value.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(value.textValue())) {
            return Double.parseDouble(value.textValue());
        }
        return fitting(value.isNumber(), value, name, "a number").doubleValue();
    }

    private long longNumber(JsonNode value, String name, String expected) {
        return fitting(value.isIntegralNumber() && value.canConvertToLong(), value, name, expected)
                .longValue();
    }

    private List<String> list(JsonNode json, String name) {
        Map<String, JsonNode> values = values(json, name);
        List<String> texts = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(Integer.toString(i));
            if (value == null) {
                throw wrong(name, "an array whose values are named 0, 1, 2 and so on");
            }
            texts.add(element(value, name));
        }
        return texts;
    }

    private Map<String, String> map(JsonNode json, String name) {
        Map<String, String> texts = new TreeMap<>();
        values(json, name).forEach((key, value) -> texts.put(key, element(value, name)));
        return texts;
    }

    private String element(JsonNode value, String name) {
        if (value(value, name) instanceof PropertyValue.Text text) {
            return text.value();
        }
        throw wrong(name, "made of texts: arrays and maps of other values are not in use here");
    }

    private Map<String, JsonNode> values(JsonNode json, String field) {
        if (json == null || json.isNull()) {
            return Map.of();
        }
        JsonNode values = json.get(VALUES);
        if (!json.isObject() || (values == null && !json.isEmpty() && !isAnswered(json))) {
            throw wrong(field, "an object with a " + VALUES);
        }
        if (values == null || values.isNull()) {
            return Map.of();
        }
        if (!values.isObject()) {
            throw wrong(field, "an object with a " + VALUES + " that is an object");
        }
        Map<String, JsonNode> found = new TreeMap<>();
        values.properties().stream()
                .filter(value -> !value.getValue().isNull())
                .forEach(value -> found.put(value.getKey(), value.getValue()));
        return found;
    }

    /** Whether it only has what the peer puts beside the values, so that it says nothing rather than something wrong. */
    private static boolean isAnswered(JsonNode json) {
        return json.has("class") || json.has("propertyCount") || json.has("propertiesAsStrings");
    }

    private String required(JsonNode json, String field, String name) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull() || value.asText().isBlank()) {
            throw Refusals.missingValue(operation, field + " of " + name);
        }
        return text(value, name);
    }

    private String text(JsonNode value, String name) {
        return fitting(value.isTextual(), value, name, "text").textValue();
    }

    private JsonNode fitting(boolean fits, JsonNode value, String name, String expected) {
        if (!fits) {
            throw wrong(name, expected);
        }
        return value;
    }

    private MetadataStoreException wrong(String name, String expected) {
        return Refusals.wrongKind(operation, name, expected);
    }
}
