package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Properties as answers hold them. A value of a kind that the port does not have (a structure, a map of anything but text) is left
 * out: nothing that is written here has such values, and what is not sent in a merge stays as it is.
 */
final class PropertyReading {

    private PropertyReading() {}

    /** @param properties absent means none */
    static ElementProperties of(Optional<Fields> properties) throws ShapeException {
        ElementProperties.Builder read = ElementProperties.builder();
        if (properties.isPresent()) {
            for (Map.Entry<String, Fields> one : values(properties.get()).entrySet()) {
                value(one.getValue()).ifPresent(value -> read.put(one.getKey(), value));
            }
        }
        return read.build();
    }

    private static Map<String, Fields> values(Fields properties) throws ShapeException {
        Map<String, Fields> values = new HashMap<>();
        Optional<Fields> map = properties.optionalObject("propertyValueMap");
        if (map.isPresent()) {
            Iterator<Map.Entry<String, JsonNode>> fields = map.get().json().fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                values.put(field.getKey(), Fields.of(field.getValue(), field.getKey()));
            }
        }
        return values;
    }

    private static Optional<PropertyValue> value(Fields value) throws ShapeException {
        return switch (value.text("class")) {
            case "PrimitiveTypePropertyValue" -> primitive(value);
            case "EnumTypePropertyValue" -> Optional.of(
                    new PropertyValue.Choice(value.text("typeName"), value.text("symbolicName")));
            case "ArrayTypePropertyValue" -> list(value);
            case "MapTypePropertyValue" -> map(value);
            default -> Optional.empty();
        };
    }

    private static Optional<PropertyValue> primitive(Fields value) throws ShapeException {
        JsonNode json = value.json().path("primitiveValue");
        if (json.isNull() || json.isMissingNode()) {
            return Optional.empty();
        }
        String category = value.text("primitiveTypeCategory");
        return Optional.of(
                switch (category) {
                    case "OM_PRIMITIVE_TYPE_DATE" -> new PropertyValue.Date(Instant.ofEpochMilli(integer(json)));
                    case "OM_PRIMITIVE_TYPE_BOOLEAN" -> new PropertyValue.Flag(value.flag("primitiveValue"));
                    case "OM_PRIMITIVE_TYPE_BYTE",
                            "OM_PRIMITIVE_TYPE_SHORT",
                            "OM_PRIMITIVE_TYPE_INT" -> new PropertyValue.IntNumber(small(json));
                    case "OM_PRIMITIVE_TYPE_LONG" -> new PropertyValue.LongNumber(integer(json));
                    case "OM_PRIMITIVE_TYPE_FLOAT", "OM_PRIMITIVE_TYPE_DOUBLE" -> new PropertyValue.DecimalNumber(
                            json.asDouble());
                    default -> new PropertyValue.Text(json.asText());
                });
    }

    private static long integer(JsonNode json) throws ShapeException {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw new ShapeException("primitiveValue");
        }
        return json.longValue();
    }

    private static int small(JsonNode json) throws ShapeException {
        if (!json.isIntegralNumber() || !json.canConvertToInt()) {
            throw new ShapeException("primitiveValue");
        }
        return json.intValue();
    }

    private static Optional<PropertyValue> list(Fields value) throws ShapeException {
        Map<String, Fields> values =
                value.optionalObject("arrayValues").isPresent() ? values(value.object("arrayValues")) : Map.of();
        List<String> texts = new ArrayList<>();
        for (int i = 0; values.containsKey(Integer.toString(i)); i++) {
            Optional<String> text = text(values.get(Integer.toString(i)));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(new PropertyValue.TextList(texts));
    }

    private static Optional<PropertyValue> map(Fields value) throws ShapeException {
        Map<String, Fields> values =
                value.optionalObject("mapValues").isPresent() ? values(value.object("mapValues")) : Map.of();
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, Fields> one : values.entrySet()) {
            Optional<String> text = text(one.getValue());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.put(one.getKey(), text.get());
        }
        return Optional.of(new PropertyValue.TextMap(texts));
    }

    private static Optional<String> text(Fields value) throws ShapeException {
        return value(value)
                .filter(PropertyValue.Text.class::isInstance)
                .map(PropertyValue.Text.class::cast)
                .map(PropertyValue.Text::value);
    }
}
