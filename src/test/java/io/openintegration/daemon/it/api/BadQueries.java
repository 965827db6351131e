package io.openintegration.daemon.it.api;

import static io.openintegration.daemon.it.api.Requests.real;
import static io.openintegration.daemon.it.api.Requests.unknown;

import io.openintegration.daemon.rest.Operation;
import java.util.Optional;
import java.util.stream.Stream;

/** Query parameters that are unknown, repeated, or not what they should be. */
final class BadQueries {

    private BadQueries() {}

    static Stream<Kind> kinds() {
        return Stream.of(
                Kind.of(
                        "unknown query parameter",
                        Operation::isOwn,
                        operation -> real(operation).query("no-such-parameter=1"),
                        Expectation.status(400).naming("no-such-parameter")),
                Kind.of(
                        "unknown query parameter, ignored as by Egeria",
                        operation -> !operation.isOwn(),
                        operation -> unknown(operation).query("no-such-parameter=1"),
                        Expectation.anything()),
                Kind.of(
                        "repeated query parameter",
                        operation -> operation.isOwn() && single(operation).isPresent(),
                        operation -> {
                            String name = single(operation).orElseThrow();
                            return real(operation).query(name + "=1").query(name + "=1");
                        },
                        Expectation.status(400).naming("more than once")),
                value("empty", ""),
                value("long", "9".repeat(3_000)),
                value("negative", "-1"),
                value("odd", "%22%3C%3E%27--"),
                Kind.of(
                        "time to wait that is none",
                        operation -> operation.queryParameters().containsKey("wait"),
                        operation -> real(operation).query("wait=soon"),
                        Expectation.status(400).naming("wait", "soon")),
                malformed("broken percent-encoding in the query", "wait=%zz"),
                malformed("NUL in the query", "wait=%00"),
                malformed("not UTF-8 in the query", "wait=%FF"),
                malformed("raw braces in the query", "wait={1}"),
                malformed("raw bytes above ASCII in the query", "wait=\u00ff"));
    }

    private static Kind malformed(String name, String query) {
        return Kind.ofAll(
                name,
                operation -> real(operation).query(query),
                Expectation.status(400).naming("query"));
    }

    /** A value for each parameter, which may be wrong. */
    private static Kind value(String name, String value) {
        return Kind.of(
                "query parameters: " + name,
                operation -> !operation.queryParameters().isEmpty(),
                operation -> {
                    Wire request = unknown(operation);
                    for (String parameter : operation.queryParameters().keySet()) {
                        request = request.query(parameter + "=" + value);
                    }
                    return request;
                },
                Expectation.anything());
    }

    private static Optional<String> single(Operation operation) {
        return operation.queryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue())
                .map(parameter -> parameter.getKey())
                .findFirst();
    }
}
