package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Properties on the wire: a map of typed values, and beside it the same for a reader in a hurry. */
final class PropertyJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PropertyJson() {}

    static ObjectNode of(ElementProperties properties) {
        return of(properties.values());
    }

    private static ObjectNode of(Map<String, PropertyValue> properties) {
        ObjectNode json = JSON.objectNode();
        ObjectNode values = json.putObject("propertyValueMap");
        properties.forEach((name, value) -> values.set(name, value(value)));
        json.put("propertyCount", properties.size());
        properties.keySet().forEach(json.putArray("propertyNames")::add);
        ObjectNode texts = json.putObject("propertiesAsStrings");
        properties.forEach((name, value) -> texts.put(name, asString(value)));
        return json;
    }

    private static ObjectNode value(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return primitive("string", "STRING").put("primitiveValue", text.value());
        } else if (value instanceof PropertyValue.Date date) {
            return primitive("date", "DATE").put("primitiveValue", date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.IntNumber number) {
            return primitive("int", "INT").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            return primitive("long", "LONG").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            return primitive("double", "DOUBLE").put("primitiveValue", number.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            return primitive("boolean", "BOOLEAN").put("primitiveValue", flag.value());
        } else if (value instanceof PropertyValue.Choice choice) {
            return typed("EnumTypePropertyValue", choice.enumName()).put("symbolicName", choice.symbolicName());
        } else if (value instanceof PropertyValue.TextList list) {
            ObjectNode json = typed("ArrayTypePropertyValue", "array<string>")
                    .put("arrayCount", list.values().size());
            json.set("arrayValues", of(byPosition(list.values())));
            return json;
        } else if (value instanceof PropertyValue.TextMap map) {
            ObjectNode json = typed("MapTypePropertyValue", "map<string,string>")
                    .put("mapElementCount", map.values().size());
            json.set("mapValues", of(asValues(map.values())));
            return json;
        }
        throw new IllegalStateException("no JSON for " + value.getClass().getSimpleName());
    }

    private static ObjectNode primitive(String typeName, String category) {
        return typed("PrimitiveTypePropertyValue", typeName)
                .put("primitiveTypeCategory", "OM_PRIMITIVE_TYPE_" + category);
    }

    private static ObjectNode typed(String className, String typeName) {
        return JSON.objectNode().put("class", className).put("typeName", typeName);
    }

    private static Map<String, PropertyValue> byPosition(List<String> texts) {
        // By number, not by text: "10" comes after "9".
        Map<String, PropertyValue> values = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            values.put(Integer.toString(i), new PropertyValue.Text(texts.get(i)));
        }
        return values;
    }

    private static Map<String, PropertyValue> asValues(Map<String, String> texts) {
        Map<String, PropertyValue> values = new TreeMap<>();
        texts.forEach((key, text) -> values.put(key, new PropertyValue.Text(text)));
        return values;
    }

    private static String asString(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return text.value();
        } else if (value instanceof PropertyValue.Date date) {
            return Long.toString(date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.IntNumber number) {
            return Integer.toString(number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            return Long.toString(number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            return Double.toString(number.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (value instanceof PropertyValue.Choice choice) {
            return choice.symbolicName();
        } else if (value instanceof PropertyValue.TextList list) {
            return list.values().toString();
        } else if (value instanceof PropertyValue.TextMap map) {
            return map.values().toString();
        }
        throw new IllegalStateException("no text for " + value.getClass().getSimpleName());
    }
}
