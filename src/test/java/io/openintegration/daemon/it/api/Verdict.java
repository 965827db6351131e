package io.openintegration.daemon.it.api;

import io.openintegration.daemon.rest.Operation;
import java.util.Optional;
import java.util.Set;

/** Whether an answer is clear: in JSON, to the point, with the headers that keep it from being misread. */
final class Verdict {

    private static final int SHORTEST_MESSAGE = 15;

    /** Of operations that Egeria has and this product refuses to everybody. */
    private static final int NEVER_DONE = 501;

    /** What answers that are no refusals may be in beside JSON. */
    private static final Set<String> OTHER_FORMS = Set.of("text/plain", "text/event-stream", "application/x-ndjson");

    private Verdict() {}

    static Optional<String> complaint(Operation operation, Wire request, Answer answer, Expectation expected) {
        return form(operation, request, answer).or(() -> content(operation, request, answer, expected));
    }

    private static Optional<String> form(Operation operation, Wire request, Answer answer) {
        if (answer.outcome() >= 500 && answer.outcome() != NEVER_DONE) {
            return Optional.of("a fault of the server");
        } else if (answer.isHtml()) {
            return Optional.of("HTML");
        } else if (!answer.header("x-content-type-options").equals("nosniff")
                || !answer.header("cache-control").contains("no-store")) {
            return Optional.of("a header is missing: " + answer.headers());
        }
        boolean empty = answer.status() == 204 || request.method().equals("HEAD");
        boolean otherForm = !answer.isRefusal()
                && OTHER_FORMS.stream()
                        .filter(form -> operation.produces().stream().anyMatch(type -> type.startsWith(form)))
                        .anyMatch(answer.header("content-type")::startsWith);
        boolean json = answer.json().isPresent()
                && answer.header("content-type").matches("application/(problem\\+)?json(;.*)?");
        return empty || otherForm || json ? Optional.empty() : Optional.of("not in JSON");
    }

    private static Optional<String> content(Operation operation, Wire request, Answer answer, Expectation expected) {
        boolean switchedOff = answer.outcome() == 405 && !expected.mentions().contains(request.method());
        if (switchedOff || answer.outcome() == NEVER_DONE || answer.saysNo() || isNotRead(operation, answer)) {
            // an operation that refuses everybody or whatever the body is, as HEAD where GET changes something, or a
            // question that was answered
            return Optional.empty();
        } else if (!expected.outcomes().isEmpty() && !expected.outcomes().contains(answer.outcome())) {
            return Optional.of("expected was " + expected.outcomes());
        } else if (answer.status() == 405 && answer.header("allow").isEmpty()) {
            return Optional.of("the header Allow is missing");
        } else if (!hasClassOf(operation, answer)) {
            return Optional.of("the class is not " + operation.responseClass().orElseThrow());
        } else if (!answer.isRefusal() || request.method().equals("HEAD")) {
            return Optional.empty();
        }
        String message = answer.message();
        if (message.length() < SHORTEST_MESSAGE || message.contains("xception") || message.contains("\tat ")) {
            return Optional.of("the message says nothing to the caller");
        }
        return expected.mentions().stream()
                .filter(mention -> !message.contains(mention))
                .findFirst()
                .map(mention -> "the message does not name " + mention);
    }

    /** Egeria's clients accept no other, whatever became of their request. */
    private static boolean hasClassOf(Operation operation, Answer answer) {
        Optional<String> told = answer.json().map(json -> json.path("class").asText());
        return answer.status() != 200
                || told.isEmpty()
                || operation.responseClass().isEmpty()
                || told.equals(operation.responseClass());
    }

    /** A store that holds elements refuses an import before it reads it, which may be long. */
    private static boolean isNotRead(Operation operation, Answer answer) {
        return operation.path().endsWith("/open-metadata-store/import") && answer.outcome() == 409;
    }
}
