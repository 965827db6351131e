package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How properties stand in the database: a JSON object by property name. Text, flags and lists of text are themselves;
 * every other kind is an object whose field tells the kind.
 */
final class PropertyText {

    /** Most classifications, and many properties of relationships: read without a parser. */
    private static final String NOTHING = "{}";

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private PropertyText() {}

    static String write(ElementProperties properties) {
        return properties.isEmpty() ? NOTHING : written(generator -> writeObject(generator, properties));
    }

    static String writeClassifications(Map<TypeName, ElementProperties> classifications) {
        return written(generator -> {
            generator.writeStartObject();
            for (Map.Entry<TypeName, ElementProperties> one : classifications.entrySet()) {
                generator.writeFieldName(one.getKey().value());
                writeObject(generator, one.getValue());
            }
            generator.writeEndObject();
        });
    }

    static ElementProperties read(String text) {
        return text.equals(NOTHING) ? ElementProperties.NONE : properties(tree(text));
    }

    static Map<TypeName, ElementProperties> readClassifications(String text) {
        if (text.equals(NOTHING)) {
            return Map.of();
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        tree(text)
                .properties()
                .forEach(field -> classifications.put(new TypeName(field.getKey()), properties(field.getValue())));
        return classifications;
    }

    /** @throws IllegalArgumentException where the object is not one that was written here */
    static ElementProperties read(JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("properties must be an object");
        }
        return properties(object);
    }

    /** @throws IllegalArgumentException as with {@link #read(JsonNode)} */
    static Map<TypeName, ElementProperties> readClassifications(JsonNode object) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        object.properties().forEach(field -> classifications.put(new TypeName(field.getKey()), read(field.getValue())));
        return classifications;
    }

    private static void writeObject(JsonGenerator generator, ElementProperties properties) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, PropertyValue> property : properties.values().entrySet()) {
            generator.writeFieldName(property.getKey());
            writeValue(generator, property.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, PropertyValue value) throws IOException {
        if (value instanceof PropertyValue.Text text) {
            generator.writeString(text.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            generator.writeBoolean(flag.value());
        } else if (value instanceof PropertyValue.TextList list) {
            generator.writeArray(
                    list.values().toArray(String[]::new), 0, list.values().size());
        } else {
            generator.writeStartObject();
            writeTagged(generator, value);
            generator.writeEndObject();
        }
    }

    private static void writeTagged(JsonGenerator generator, PropertyValue value) throws IOException {
        if (value instanceof PropertyValue.Date date) {
            generator.writeNumberField("date", date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.IntNumber number) {
            generator.writeNumberField("int", number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            generator.writeNumberField("long", number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            // As text, because JSON has no numbers for infinity and the like.
            generator.writeStringField("double", Double.toString(number.value()));
        } else if (value instanceof PropertyValue.Choice choice) {
            generator.writeStringField("enum", choice.enumName());
            generator.writeStringField("name", choice.symbolicName());
        } else if (value instanceof PropertyValue.TextMap map) {
            generator.writeObjectFieldStart("map");
            for (Map.Entry<String, String> entry : map.values().entrySet()) {
                generator.writeStringField(entry.getKey(), entry.getValue());
            }
            generator.writeEndObject();
        } else {
            throw new IllegalStateException("no text for " + value.getClass().getSimpleName());
        }
    }

    private static ElementProperties properties(JsonNode object) {
        TreeMap<String, PropertyValue> values = new TreeMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return new ElementProperties(values);
    }

    private static PropertyValue value(JsonNode node) {
        if (node.isTextual()) {
            return new PropertyValue.Text(node.textValue());
        } else if (node.isBoolean()) {
            return new PropertyValue.Flag(node.booleanValue());
        } else if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(text -> texts.add(text(text)));
            return new PropertyValue.TextList(texts);
        }
        return tagged(node);
    }

    private static PropertyValue tagged(JsonNode node) {
        if (node.has("date")) {
            return new PropertyValue.Date(Instant.ofEpochMilli(longNumber(node.get("date"))));
        } else if (node.has("int")) {
            return new PropertyValue.IntNumber(
                    wholeNumber(node.get("int"), node.get("int").canConvertToInt())
                            .intValue());
        } else if (node.has("long")) {
            return new PropertyValue.LongNumber(longNumber(node.get("long")));
        } else if (node.has("double")) {
            return new PropertyValue.DecimalNumber(Double.parseDouble(text(node.get("double"))));
        } else if (node.has("enum")) {
            return new PropertyValue.Choice(text(node.get("enum")), text(node.path("name")));
        } else if (!node.path("map").isObject()) {
            throw new IllegalArgumentException("a property has a value of no known kind");
        }
        Map<String, String> texts = new TreeMap<>();
        node.get("map").properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return new PropertyValue.TextMap(texts);
    }

    private static long longNumber(JsonNode node) {
        return wholeNumber(node, node.canConvertToLong()).longValue();
    }

    private static JsonNode wholeNumber(JsonNode node, boolean inRange) {
        if (!node.isIntegralNumber() || !inRange) {
            throw new IllegalArgumentException("a property must be a whole number and is not");
        }
        return node;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("a property must be text and is not");
        }
        return node.textValue();
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            writing.to(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return StorableText.ofJson(text.toString());
    }

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }
}
