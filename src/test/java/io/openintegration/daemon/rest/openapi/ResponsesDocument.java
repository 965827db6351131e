package io.openintegration.daemon.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.rest.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Describes the responses of one operation. */
final class ResponsesDocument {

    private static final String JSON = "application/json";

    private final Frame frame;

    ResponsesDocument(Frame frame) {
        this.frame = frame;
    }

    /** The refusals, by the names under which operations refer to them. */
    ObjectNode refusals() {
        ObjectNode refusals = JsonNodeFactory.instance.objectNode();
        frame.refusals().fields().forEachRemaining(refusal -> {
            ObjectNode response = refusals.putObject("Refused" + refusal.getKey());
            response.put("description", refusal.getValue().asText());
            refer(response, "application/problem+json", "Problem");
        });
        return refusals;
    }

    /** @throws IllegalStateException where it is not said what is returned */
    void describe(Operation operation, ObjectNode responses) {
        JsonNode said = frame.operation(operation);
        List<String> statuses = texts(said.path("status"));
        for (String status : statuses.isEmpty() ? List.of("200") : statuses) {
            if (frame.refusals().has(status)) {
                refusal(operation, status, responses);
            } else {
                success(operation, status, responses.putObject(status));
            }
        }
        refusedWith(operation, said).forEach(status -> refusal(operation, status, responses));
    }

    private void success(Operation operation, String status, ObjectNode success) {
        JsonNode said = frame.operation(operation);
        boolean egeria = operation.responseClass().isPresent() && !operation.failsByStatus();
        success.put(
                "description",
                frame.successes().path(egeria ? "egeria" : status).asText());
        if (said.path("etag").asBoolean()) {
            header(success, "ETag", "The version of what is shown.");
        }
        if (said.path("location").asBoolean()) {
            header(success, "Location", "Where to look for what becomes of it.");
        }
        if (operation.produces().stream().anyMatch(type -> type.startsWith("text/plain"))) {
            content(success, "text/plain").put("type", "string");
        } else if (!List.of("204", "304").contains(status)) {
            String schema = said.path("response").asText();
            refer(
                    success,
                    produced(operation),
                    schema.isEmpty() ? operation.responseClass().orElse("") : schema);
        }
    }

    /** JSON, but where the operation says that its JSON comes in lines or events. */
    private static String produced(Operation operation) {
        return operation.produces().stream()
                .filter(type ->
                        List.of("application/x-ndjson", "text/event-stream").contains(type))
                .findFirst()
                .orElse(JSON);
    }

    private static void header(ObjectNode success, String name, String description) {
        success.withObjectProperty("headers")
                .putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private Set<String> refusedWith(Operation operation, JsonNode said) {
        boolean own = operation.responseClass().isEmpty();
        Set<String> statuses = new TreeSet<>();
        Stream.of("400", "401", "403", "404", "406", "413", "415", "429", "500")
                .filter(code -> own
                        || operation.failsByStatus()
                        || !List.of("404", "413", "500").contains(code))
                .filter(code -> operation.takesBody() || !List.of("413", "415").contains(code))
                .filter(code ->
                        !code.equals("404") || !operation.pathParameters().isEmpty())
                .forEach(statuses::add);
        if (said.has("headers") && !operation.method().equals("GET")) {
            statuses.add("412");
        }
        statuses.addAll(texts(said.path("refused")));
        return statuses;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void refusal(Operation operation, String status, ObjectNode responses) {
        if (!operation.failsByStatus()) {
            responses.putObject(status).put("$ref", "#/components/responses/Refused" + status);
            return;
        }
        ObjectNode response = responses.putObject(status);
        response.put("description", frame.refusals().path(status).asText());
        refer(response, JSON, operation.responseClass().orElseThrow());
        refer(response, "application/problem+json", "Problem");
    }

    private void refer(ObjectNode response, String type, String schema) {
        frame.schema(schema);
        content(response, type).put("$ref", Frame.SCHEMAS + schema);
    }

    private static ObjectNode content(ObjectNode holder, String type) {
        return holder.withObjectProperty("content").putObject(type).putObject("schema");
    }
}
