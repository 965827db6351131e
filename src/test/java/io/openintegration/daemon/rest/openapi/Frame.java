package io.openintegration.daemon.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.openintegration.daemon.rest.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code openapi.yaml}: what cannot be read off the resources. Keys that begin with x- are for us alone. */
final class Frame {

    static final String SCHEMAS = "#/components/schemas/";

    private static final String OPERATIONS = "x-operations";

    private final ObjectNode yaml;
    private final ObjectNode schemas;

    Frame(Path file) throws IOException {
        yaml = (ObjectNode) new YAMLMapper().readTree(file.toFile());
        schemas = (ObjectNode) yaml.at("/components/schemas");
        yaml.path("x-answers").fields().forEachRemaining(answer -> schemas.set(answer.getKey(), answer(answer)));
    }

    /** An answer of Egeria's families: what all have, and what it has beside that. */
    private static ObjectNode answer(Map.Entry<String, JsonNode> answer) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("allOf").addObject().put("$ref", SCHEMAS + "EgeriaResponse");
        if (!answer.getValue().isEmpty()) {
            schema.withArray("allOf").addObject().put("type", "object").set("properties", answer.getValue());
        }
        return schema;
    }

    /** What belongs into the document as it is. */
    ObjectNode head() {
        ObjectNode head = yaml.deepCopy();
        List<String> ours = StreamSupport.stream(((Iterable<String>) head::fieldNames).spliterator(), false)
                .filter(name -> name.startsWith("x-") || name.equals("components"))
                .toList();
        return head.remove(ours);
    }

    JsonNode securitySchemes() {
        return yaml.at("/components/securitySchemes");
    }

    JsonNode parameter(String name) {
        return yaml.path("x-parameters").path(name);
    }

    JsonNode tags() {
        return yaml.path("x-tags");
    }

    String tag(Operation operation) {
        return StreamSupport.stream(tags().spliterator(), false)
                .filter(tag -> Pattern.compile(tag.path("pattern").asText())
                        .matcher(operation.path())
                        .find())
                .findFirst()
                .map(tag -> tag.path("name").asText())
                .orElseThrow(() ->
                        new IllegalStateException("openapi.yaml, x-tags: no pattern is found in " + operation.path()));
    }

    /** The refusals, or the successes, by status. */
    JsonNode refusals() {
        return yaml.path("x-refusals");
    }

    JsonNode successes() {
        return yaml.path("x-successes");
    }

    /** What is said of an operation; what is said of its resource goes before what is said of the class it inherits from. */
    JsonNode operation(Operation operation) {
        JsonNode own = yaml.path(OPERATIONS).path(operation.name());
        return own.isMissingNode() ? yaml.path(OPERATIONS).path(operation.declaredName()) : own;
    }

    boolean hasSchema(String name) {
        return schemas.has(name);
    }

    /** @throws IllegalStateException where there is none */
    JsonNode schema(String name) {
        if (!hasSchema(name)) {
            throw new IllegalStateException("openapi.yaml: there is no schema " + name);
        }
        return schemas.get(name);
    }

    /**
     * Looks for what is left over.
     *
     * @param usedSchemas names of those that the document refers to
     * @throws IllegalStateException naming what nothing uses
     */
    void requireAllUsed(List<Operation> operations, Set<String> usedSchemas) {
        Set<String> left = new HashSet<>();
        schemas.fieldNames().forEachRemaining(left::add);
        left.removeAll(usedSchemas);
        yaml.path(OPERATIONS).fieldNames().forEachRemaining(left::add);
        operations.stream()
                .flatMap(operation -> Stream.of(operation.name(), operation.declaredName()))
                .forEach(left::remove);
        if (!left.isEmpty()) {
            throw new IllegalStateException("openapi.yaml: nothing uses " + left);
        }
    }
}
