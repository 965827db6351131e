package io.openintegration.daemon.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.rest.Operation;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;

/** Describes one operation. */
final class OperationDocument {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final Frame frame;
    private final ResourceJavadoc javadoc;
    private final ResponsesDocument responses;

    OperationDocument(Frame frame, ResourceJavadoc javadoc) {
        this.frame = frame;
        this.javadoc = javadoc;
        this.responses = new ResponsesDocument(frame);
    }

    /** @throws IllegalStateException where something is not said that has to be; the message tells where */
    void describe(Operation operation, ObjectNode described) {
        ResourceJavadoc.Comment comment = javadoc.of(operation.code());
        if (comment.summary().isEmpty()) {
            throw new IllegalStateException(operation.code() + " needs a Javadoc comment: it describes the operation");
        }
        described.put("summary", comment.summary());
        String role = operation.role().orElseThrow();
        boolean open = role.equals(Operation.OPEN);
        String who = open
                ? "No caller is needed."
                : role.equals(Operation.EVERY_CALLER) ? "Any caller may do this." : "Role: " + role + ".";
        described.put("description", (comment.rest() + " " + who).strip());
        if (frame.operation(operation).path("deprecated").asBoolean()) {
            described.put("deprecated", true);
        }
        parameters(operation, comment, described);
        if (operation.takesBody()) {
            body(operation, described.putObject("requestBody"));
        }
        responses.describe(operation, described.putObject("responses"));
        ArrayNode security = described.putArray("security");
        if (!open) {
            frame.securitySchemes().fieldNames().forEachRemaining(scheme -> security.addObject()
                    .putArray(scheme));
        }
    }

    private void parameters(Operation operation, ResourceJavadoc.Comment comment, ObjectNode described) {
        for (String name : operation.pathParameters()) {
            parameter(operation, comment, described, name, "path").put("required", true);
        }
        operation.queryParameters().forEach((name, repeatable) -> {
            ObjectNode parameter = parameter(operation, comment, described, name, "query");
            if (repeatable) {
                JsonNode schema = parameter.get("schema");
                parameter.putObject("schema").put("type", "array").set("items", schema);
            }
        });
        if (operation.takesDelegatingUser()) {
            parameter(operation, comment, described, "delegatingUserId", "query");
        }
        frame.operation(operation)
                .path("headers")
                .forEach(name -> parameter(operation, comment, described, name.asText(), "header"));
    }

    private ObjectNode parameter(
            Operation operation, ResourceJavadoc.Comment comment, ObjectNode described, String name, String place) {
        JsonNode known = frame.parameter(name);
        String description = Arrays.stream(operation.code().getParameters())
                .filter(parameter -> bound(parameter).equals(name))
                .map(parameter -> comment.parameters().getOrDefault(parameter.getName(), ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> known.path("description").asText());
        if (description.isEmpty()) {
            throw new IllegalStateException("%s: what is %s? Say so by @param, or in openapi.yaml, x-parameters"
                    .formatted(operation.code(), name));
        }
        ObjectNode parameter = described.withArray("parameters").addObject();
        parameter.put("name", name).put("in", place).put("description", description);
        JsonNode own = frame.operation(operation).path("schemas").path(name);
        JsonNode schema = own.isObject() ? own : known.path("schema");
        parameter.set("schema", schema.isObject() ? schema.deepCopy() : type("string"));
        if (known.has("example")) {
            parameter.set("example", known.get("example"));
        }
        return parameter;
    }

    private static String bound(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        PathParam path = parameter.getAnnotation(PathParam.class);
        return query != null ? query.value() : path != null ? path.value() : "";
    }

    private void body(Operation operation, ObjectNode body) {
        boolean name = operation.bodyTypes().contains(FORM);
        JsonNode said = frame.operation(operation);
        String schema = said.path("request").asText(name ? "NameRequestBody" : "");
        if (!frame.hasSchema(schema)) {
            throw new IllegalStateException(
                    "openapi.yaml, x-operations: say which schema is the request of " + operation.declaredName());
        }
        body.put("required", !name && !said.path("optional").asBoolean());
        List<String> types = operation.bodyTypes().isEmpty() ? List.of(JSON) : operation.bodyTypes();
        for (String type : types) {
            if (type.endsWith("json")) {
                content(body, type).put("$ref", Frame.SCHEMAS + schema);
            } else {
                content(body, type).put("type", "string");
            }
        }
    }

    private static ObjectNode content(ObjectNode holder, String type) {
        return holder.withObjectProperty("content").putObject(type).putObject("schema");
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }
}
