package io.openintegration.daemon.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether JSON has the shape that a schema of the document describes: no property that is not described, types right. */
final class Shape {

    private final JsonNode document;

    Shape(JsonNode document) {
        this.document = document;
    }

    /** What is otherwise than the schema says, by its place. */
    Stream<String> complaints(JsonNode schema, JsonNode json, String place) {
        JsonNode described = resolved(schema);
        if (json.isArray()) {
            return StreamSupport.stream(json.spliterator(), false)
                    .flatMap(item -> complaints(described.path("items"), item, place + "[]"));
        } else if (!json.isObject()) {
            boolean right = type(json).equals(described.path("type").asText());
            return right ? Stream.empty() : Stream.of(place + " is " + json + ", described as " + described);
        }
        Stream<String> missing = parts(described)
                .flatMap(part -> StreamSupport.stream(part.path("required").spliterator(), false))
                .map(JsonNode::asText)
                .filter(name -> !json.has(name))
                .map(name -> place + "/" + name + " is missing");
        return Stream.concat(missing, stream(json.fields()).flatMap(field -> property(described, field, place)));
    }

    private Stream<String> property(JsonNode described, Map.Entry<String, JsonNode> field, String place) {
        String inside = place + "/" + field.getKey();
        List<JsonNode> properties = parts(described)
                .map(part -> part.path("properties").path(field.getKey()))
                .filter(found -> !found.isMissingNode())
                .toList();
        if (!properties.isEmpty()) {
            return complaints(properties.get(0), field.getValue(), inside);
        }
        boolean open = parts(described).anyMatch(part -> part.has("additionalProperties"));
        return open ? Stream.empty() : Stream.of(inside + " is not described");
    }

    /** The schema itself, and all that it consists of. */
    private Stream<JsonNode> parts(JsonNode schema) {
        return Stream.concat(
                Stream.of(schema),
                StreamSupport.stream(schema.path("allOf").spliterator(), false).flatMap(part -> parts(resolved(part))));
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String type(JsonNode value) {
        if (value.isBoolean()) {
            return "boolean";
        }
        return value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : "string";
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        Iterable<T> iterable = () -> items;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
