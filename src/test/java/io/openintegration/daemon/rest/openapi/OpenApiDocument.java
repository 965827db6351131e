package io.openintegration.daemon.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.openintegration.daemon.rest.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts the OpenAPI document together. */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode frame;
    private final ResourceJavadoc javadoc;

    /**
     * @param frame what cannot be read off the resources
     * @param sources of the resources
     */
    OpenApiDocument(Path frame, Path sources) throws IOException {
        this.frame = (ObjectNode) new YAMLMapper().readTree(frame.toFile());
        this.javadoc = new ResourceJavadoc(sources);
    }

    /** The document as JSON, always the same for the same operations. */
    String of(List<Operation> operations) throws JsonProcessingException {
        ObjectNode document = frame.deepCopy();
        document.remove(List.of("x-tags", "x-parameters", "x-operations", "x-refusals", "components"));
        JsonNode tags = frame.path("x-tags");
        Set<String> used =
                operations.stream().map(operation -> tag(operation, tags)).collect(Collectors.toSet());
        StreamSupport.stream(tags.spliterator(), false)
                .filter(tag -> used.contains(tag.path("name").asText()))
                .forEach(tag -> document.withArray("tags")
                        .addObject()
                        .put("name", tag.path("name").asText())
                        .put("description", tag.path("description").asText()));
        OperationDocument each = new OperationDocument(frame, javadoc);
        ObjectNode paths = document.putObject("paths");
        TreeMap<String, Integer> ids = new TreeMap<>();
        for (Operation operation : operations) {
            int same = ids.merge(operation.name(), 1, Integer::sum);
            ObjectNode described = paths.withObjectProperty(operation.path())
                    .putObject(operation.method().toLowerCase(Locale.ROOT));
            described.putArray("tags").add(tag(operation, tags));
            described.put("operationId", operation.name().replace('.', '_') + (same == 1 ? "" : "_" + same));
            each.describe(operation, described);
        }
        ObjectNode components = document.putObject("components");
        components.set("securitySchemes", frame.at("/components/securitySchemes"));
        components.set("responses", each.refusals());
        components.set("schemas", used(document));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static String tag(Operation operation, JsonNode tags) {
        for (JsonNode tag : tags) {
            if (Pattern.compile(tag.path("pattern").asText())
                    .matcher(operation.path())
                    .find()) {
                return tag.path("name").asText();
            }
        }
        throw new IllegalStateException("openapi.yaml, x-tags: no pattern is found in " + operation.path());
    }

    /** The schemas that are referred to, and those that they refer to; all others stay out. */
    private ObjectNode used(ObjectNode document) {
        Set<String> names = new TreeSet<>();
        references(document, names);
        ObjectNode schemas = JSON.createObjectNode();
        names.forEach(name -> schemas.set(name, frame.at("/components/schemas").path(name)));
        return schemas;
    }

    private void references(JsonNode node, Set<String> names) {
        node.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith(OperationDocument.SCHEMAS))
                .map(reference -> reference.substring(OperationDocument.SCHEMAS.length()))
                .filter(names::add)
                .forEach(name -> {
                    JsonNode schema = frame.at("/components/schemas").path(name);
                    if (schema.isMissingNode()) {
                        throw new IllegalStateException("openapi.yaml, components/schemas: there is no " + name);
                    }
                    references(schema, names);
                });
    }
}
