package io.openintegration.daemon.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.rest.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the OpenAPI document together. */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Frame frame;
    private final ResourceJavadoc javadoc;

    /**
     * @param frame what cannot be read off the resources
     * @param sources of the resources
     */
    OpenApiDocument(Path frame, Path sources) throws IOException {
        this.frame = new Frame(frame);
        this.javadoc = new ResourceJavadoc(sources);
    }

    /** The document as JSON, always the same for the same operations. */
    String of(List<Operation> operations) throws JsonProcessingException {
        ObjectNode document = frame.head();
        tags(operations, document);
        OperationDocument each = new OperationDocument(frame, javadoc);
        ObjectNode paths = document.putObject("paths");
        Map<String, Integer> ids = new HashMap<>();
        for (Operation operation : operations) {
            int same = ids.merge(operation.name(), 1, Integer::sum);
            ObjectNode described = paths.withObjectProperty(operation.path())
                    .putObject(operation.method().toLowerCase(Locale.ROOT));
            described.putArray("tags").add(frame.tag(operation));
            described.put("operationId", operation.name().replace('.', '_') + (same == 1 ? "" : "_" + same));
            each.describe(operation, described);
        }
        ObjectNode components = document.putObject("components");
        components.set("securitySchemes", frame.securitySchemes());
        components.set("responses", new ResponsesDocument(frame).refusals());
        Set<String> used = new TreeSet<>();
        references(document, used);
        ObjectNode schemas = components.putObject("schemas");
        used.forEach(name -> schemas.set(name, frame.schema(name)));
        frame.requireAllUsed(operations, used);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private void tags(List<Operation> operations, ObjectNode document) {
        Set<String> used = operations.stream().map(frame::tag).collect(Collectors.toSet());
        for (JsonNode tag : frame.tags()) {
            String name = tag.path("name").asText();
            if (!used.contains(name)) {
                throw new IllegalStateException("openapi.yaml, x-tags: no operation is " + name);
            }
            document.withArray("tags")
                    .addObject()
                    .put("name", name)
                    .put("description", tag.path("description").asText());
        }
    }

    /** Adds the names of the schemas that are referred to, and of those that they refer to. */
    private void references(JsonNode node, Set<String> names) {
        node.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith(Frame.SCHEMAS))
                .map(reference -> reference.substring(Frame.SCHEMAS.length()))
                .filter(names::add)
                .forEach(name -> references(frame.schema(name), names));
    }
}
