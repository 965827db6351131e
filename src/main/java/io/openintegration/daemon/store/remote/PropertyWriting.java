package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;

/** Properties as requests hold them. */
final class PropertyWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PropertyWriting() {}

    static ObjectNode properties(ElementProperties properties) {
        ObjectNode json = JSON.objectNode();
        ObjectNode values = json.putObject("propertyValueMap");
        properties.values().forEach((name, value) -> values.set(name, value(value)));
        return json;
    }

    static ObjectNode text(String text) {
        return primitive("string", "STRING").put("primitiveValue", text);
    }

    static ObjectNode value(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return text(text.value());
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
            return list(list);
        } else if (value instanceof PropertyValue.TextMap map) {
            ObjectNode json = typed("MapTypePropertyValue", "map<string,string>");
            ObjectNode texts = json.putObject("mapValues").putObject("propertyValueMap");
            map.values().forEach((key, text) -> texts.set(key, text(text)));
            return json;
        }
        throw new IllegalStateException("no JSON for " + value.getClass().getSimpleName());
    }

    private static ObjectNode list(PropertyValue.TextList list) {
        ObjectNode json = typed("ArrayTypePropertyValue", "array<string>")
                .put("arrayCount", list.values().size());
        ObjectNode texts = json.putObject("arrayValues").putObject("propertyValueMap");
        for (int i = 0; i < list.values().size(); i++) {
            texts.set(Integer.toString(i), text(list.values().get(i)));
        }
        return json;
    }

    private static ObjectNode primitive(String typeName, String category) {
        return typed("PrimitiveTypePropertyValue", typeName)
                .put("primitiveTypeCategory", "OM_PRIMITIVE_TYPE_" + category);
    }

    private static ObjectNode typed(String className, String typeName) {
        return JSON.objectNode().put("class", className).put("typeName", typeName);
    }
}
