package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Properties as a JSON object: each value an object with one field, whose name tells the kind. */
final class PropertiesJson {

    private PropertiesJson() {}

    static ObjectNode write(ElementProperties properties) {
        ObjectNode json = PlainJson.object();
        properties.values().forEach((name, value) -> write(json.putObject(name), value));
        return json;
    }

    static ElementProperties read(JsonNode json) {
        TreeMap<String, PropertyValue> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Iterator<Map.Entry<String, JsonNode>> kind =
                    property.getValue().properties().iterator();
            Map.Entry<String, JsonNode> value = kind.next();
            values.put(property.getKey(), read(value.getKey(), value.getValue()));
        }
        return new ElementProperties(values);
    }

    private static void write(ObjectNode json, PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            json.put("text", text.value());
        } else if (value instanceof PropertyValue.IntNumber number) {
            json.put("int", number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            json.put("long", number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            // as text, because JSON has no numbers for infinity and the like
            json.put("double", Double.toString(number.value()));
        } else if (value instanceof PropertyValue.Flag flag) {
            json.put("flag", flag.value());
        } else if (value instanceof PropertyValue.Date date) {
            json.put("date", date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.Choice choice) {
            json.putArray("choice").add(choice.enumName()).add(choice.symbolicName());
        } else if (value instanceof PropertyValue.TextList list) {
            ArrayNode texts = json.putArray("list");
            list.values().forEach(texts::add);
        } else if (value instanceof PropertyValue.TextMap map) {
            ObjectNode texts = json.putObject("map");
            map.values().forEach(texts::put);
        } else {
            throw new IllegalStateException("no JSON for " + value.getClass().getSimpleName());
        }
    }

    private static PropertyValue read(String kind, JsonNode value) {
        return switch (kind) {
            case "text" -> new PropertyValue.Text(value.asText());
            case "int" -> new PropertyValue.IntNumber(value.asInt());
            case "long" -> new PropertyValue.LongNumber(value.asLong());
            case "double" -> new PropertyValue.DecimalNumber(Double.parseDouble(value.asText()));
            case "flag" -> new PropertyValue.Flag(value.asBoolean());
            case "date" -> new PropertyValue.Date(Instant.ofEpochMilli(value.asLong()));
            case "choice" -> new PropertyValue.Choice(
                    value.get(0).asText(), value.get(1).asText());
            case "list" -> new PropertyValue.TextList(texts(value));
            case "map" -> new PropertyValue.TextMap(map(value));
            default -> throw new IllegalStateException("no value of kind " + kind);
        };
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> map(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        json.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
