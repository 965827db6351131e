package io.openintegration.daemon.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.rest.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds the OpenAPI document against the server that serves it. */
final class OpenApiWalk {

    private static final Set<String> ROUTING = Set.of("REST-HTTP-404-001", "REST-HTTP-405-001");

    private final Connection connection;

    OpenApiWalk(Connection connection) {
        this.connection = connection;
    }

    /** As it is served to somebody without credentials. */
    JsonNode document() {
        Answer answer = connection.send(Wire.of("GET", "/openapi").header("Accept: application/json"));
        return answer.json().orElseThrow(() -> new IllegalStateException(answer.toString()));
    }

    /** Method and path of all that is documented. */
    static Set<String> operations(JsonNode document) {
        Set<String> found = new TreeSet<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return found;
    }

    /** What is documented and not there, and answers that are not as documented. */
    List<String> complaints(JsonNode document, List<Operation> operations) {
        List<String> complaints = new ArrayList<>();
        operations.stream().filter(Requests::isHarmlessForUnknownNames).forEach(operation -> {
            Wire request = Wire.of(operation.method(), operation.path(name -> "no-such-name"));
            Answer answer =
                    connection.send(request.as("admin", Requests.PASSWORD).json("{"));
            String id =
                    answer.json().map(json -> json.path("messageId").asText()).orElse("");
            if (ROUTING.contains(id) || answer.outcome() >= 500) {
                complaints.add(operation + " is documented, but: " + answer);
            }
        });
        Map<String, String> ids = ids();
        operations.stream()
                .filter(operation -> operation.method().equals("GET")
                        && !operation.path().endsWith("/restart")
                        && !operation.isEndless())
                .forEach(operation -> complaints.addAll(shape(document, operation, ids)));
        return complaints;
    }

    /** Of a request and of the refresh that came of it. */
    private Map<String, String> ids() {
        String refresh =
                "/api/v1/servers/" + Requests.DAEMON + "/connectors/" + Requests.CONNECTOR + "/refresh?wait=30";
        Answer answer = connection.send(Wire.of("POST", refresh).as("admin", Requests.PASSWORD));
        JsonNode request = answer.json().orElseThrow(() -> new IllegalStateException(answer.toString()));
        return Map.of(
                "request",
                request.path("id").asText(),
                "run",
                request.at("/parts/0/runId").asText());
    }

    private List<String> shape(JsonNode document, Operation operation, Map<String, String> ids) {
        Answer answer = connection.send(Requests.real(operation, ids));
        JsonNode documented = document.path("paths")
                .path(operation.path())
                .path("get")
                .path("responses")
                .path(Integer.toString(answer.status()));
        JsonNode schema = documented.path("content").path("application/json").path("schema");
        boolean hasId = operation.pathParameters().stream().anyMatch(ids::containsKey);
        if (answer.status() != 200 || schema.isMissingNode()) {
            return hasId ? List.of(operation + " of a known id: " + answer) : List.of();
        }
        return new Shape(document)
                .complaints(schema, answer.json().orElseThrow(), operation.toString())
                .toList();
    }
}
