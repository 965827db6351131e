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
import java.util.Optional;
import java.util.stream.Stream;

/** Describes one operation. */
final class OperationDocument {

    static final String SCHEMAS = "#/components/schemas/";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final JsonNode frame;
    private final ResourceJavadoc javadoc;

    OperationDocument(JsonNode frame, ResourceJavadoc javadoc) {
        this.frame = frame;
        this.javadoc = javadoc;
    }

    /** @throws IllegalStateException where something is not said that has to be; the message tells where */
    void describe(Operation operation, ObjectNode described) {
        ResourceJavadoc.Comment comment = javadoc.of(operation.code());
        if (comment.summary().isEmpty()) {
            throw new IllegalStateException(operation.code() + " needs a Javadoc comment: it describes the operation");
        }
        described.put("summary", comment.summary());
        boolean open = operation.role().equals(Optional.of(Operation.OPEN));
        String role =
                open ? "No caller is needed." : "Role: " + operation.role().orElseThrow() + ".";
        described.put("description", (comment.rest() + " " + role).strip());
        if (frame.path("x-operations").path(operation.name()).path("deprecated").asBoolean()) {
            described.put("deprecated", true);
        }
        parameters(operation, comment, described);
        if (operation.takesBody()) {
            body(operation, described.putObject("requestBody"));
        }
        responses(operation, described.putObject("responses"));
        if (open) {
            described.putArray("security");
        } else {
            ArrayNode security = described.putArray("security");
            frame.at("/components/securitySchemes").fieldNames().forEachRemaining(scheme -> security.addObject()
                    .putArray(scheme));
        }
    }

    /** The refusals, by the names of {@link #refusal}. */
    ObjectNode refusals() {
        ObjectNode refusals = JsonNodeFactory.instance.objectNode();
        frame.path("x-refusals").fields().forEachRemaining(refusal -> {
            ObjectNode response = refusals.putObject("Refused" + refusal.getKey());
            response.put("description", refusal.getValue().asText());
            content(response, "application/problem+json").put("$ref", SCHEMAS + "Problem");
        });
        return refusals;
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
    }

    private ObjectNode parameter(
            Operation operation, ResourceJavadoc.Comment comment, ObjectNode described, String name, String place) {
        JsonNode known = frame.path("x-parameters").path(name);
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
        JsonNode schema = known.path("schema");
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
        JsonNode said = frame.path("x-operations").path(operation.name()).path("request");
        boolean name = operation.bodyTypes().contains(FORM);
        if (said.isMissingNode() && !name) {
            throw new IllegalStateException(
                    "openapi.yaml, x-operations: say which schema is the request of " + operation.name());
        }
        List<String> types = operation.bodyTypes().isEmpty() ? List.of(JSON) : operation.bodyTypes();
        for (String type : types) {
            if (type.equals(JSON)) {
                content(body, type).put("$ref", SCHEMAS + (name ? "NameRequestBody" : said.asText()));
            } else {
                content(body, type).put("type", "string");
            }
        }
    }

    private void responses(Operation operation, ObjectNode responses) {
        JsonNode said = frame.path("x-operations").path(operation.name());
        String status = said.path("status").asText("200");
        if (frame.path("x-refusals").has(status)) {
            refusal(status, responses);
        } else {
            ObjectNode success = responses
                    .putObject(status)
                    .put("description", said.path("description").asText("Done."));
            success(operation, said, success);
        }
        boolean own = operation.responseClass().isEmpty();
        Stream.of("400", "401", "403", "404", "406", "413", "415", "429")
                .filter(code -> own || !List.of("404", "413").contains(code))
                .filter(code -> operation.takesBody() || !List.of("413", "415").contains(code))
                .forEach(code -> refusal(code, responses));
    }

    private void success(Operation operation, JsonNode said, ObjectNode success) {
        String schema =
                operation.responseClass().orElseGet(() -> said.path("response").asText());
        if (operation.produces().contains("text/plain")) {
            content(success, "text/plain").put("type", "string");
        } else if (!schema.isEmpty()) {
            boolean known = frame.at("/components/schemas").has(schema);
            content(success, JSON)
                    .put("$ref", SCHEMAS + (known || operation.responseClass().isEmpty() ? schema : "EgeriaResponse"));
        } else if (!said.path("status").asText().equals("204")) {
            throw new IllegalStateException(
                    "openapi.yaml, x-operations: say which schema is the response of " + operation.name());
        }
    }

    private static void refusal(String status, ObjectNode responses) {
        responses.putObject(status).put("$ref", "#/components/responses/Refused" + status);
    }

    private static ObjectNode content(ObjectNode holder, String type) {
        return holder.withObjectProperty("content").putObject(type).putObject("schema");
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }
}
