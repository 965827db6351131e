package io.openintegration.daemon.it.api;

import static io.openintegration.daemon.it.api.Requests.real;
import static io.openintegration.daemon.it.api.Requests.unknown;

import io.openintegration.daemon.rest.Operation;
import io.openintegration.daemon.rest.ResourceCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Methods that there are not, and headers that are none or ask for what there is not. */
final class BadHeaders {

    private static final List<Operation> ALL = ResourceCatalogue.operations();

    private BadHeaders() {}

    static Stream<Kind> kinds() {
        return Stream.of(methods(), accept(), others()).flatMap(kinds -> kinds);
    }

    private static Stream<Kind> methods() {
        Kind options =
                Kind.ofAll("OPTIONS", operation -> real(operation).method("OPTIONS"), Expectation.status(200, 204));
        Stream<Kind> wrong = Stream.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW")
                .map(method -> Kind.of(
                        "method " + method,
                        operation -> isFree(method, operation),
                        operation -> Wire.of(method, real(operation).target()).as("admin", Requests.PASSWORD),
                        Expectation.status(405).naming(method)));
        Kind override = Kind.of(
                "method in a header",
                operation ->
                        operation.method().equals("GET") && !operation.path().endsWith("restart"),
                operation -> real(operation).header("X-HTTP-Method-Override: DELETE"),
                Expectation.anything());
        Kind head = Kind.of(
                "HEAD",
                operation -> operation.method().equals("GET"),
                operation -> real(operation).method("HEAD"),
                Expectation.anything());
        return Stream.concat(wrong, Stream.of(options, override, head));
    }

    private static boolean isFree(String method, Operation operation) {
        String path = real(operation).target();
        return ALL.stream().noneMatch(other -> other.method().equals(method) && other.matches(path));
    }

    private static Stream<Kind> accept() {
        return Stream.of(
                Kind.ofAll(
                        "Accept: another type",
                        operation -> real(operation).header("Accept: application/xml"),
                        Expectation.status(406).naming("application/xml")),
                Kind.of(
                        "Accept as Java sends it",
                        operation -> operation.responseClass().isPresent(),
                        operation -> unknown(operation).header("Accept: text/html, image/gif, *; q=.2, */*; q=.2"),
                        Expectation.status(200, 400, 404)),
                malformed("Accept", ";;;"),
                malformed("Accept", "a/b/c"),
                malformed("Accept", "*/*;q=abc"),
                malformed("Accept-Language", "x-;;q=9"),
                malformed("If-Match", "no-tag"),
                malformed("If-Match", "\"cut"),
                malformed("If-Match", ""),
                malformed("If-None-Match", "W/none"),
                malformed("Content-Type", "application"),
                malformed("Content-Type", ";;;"));
    }

    private static Stream<Kind> others() {
        return Stream.of(
                Kind.of(
                        "page of another site",
                        operation -> !operation.method().matches("GET|HEAD")
                                || (operation.path().endsWith("/restart")
                                        && operation.method().equals("GET")),
                        operation -> real(operation).header("Origin: https://evil.example"),
                        Expectation.status(403)),
                Kind.ofAll(
                        "large header",
                        operation -> unknown(operation).header("X-Large: " + "x".repeat(20_000)),
                        Expectation.anything()),
                Kind.ofAll(
                        "huge header",
                        operation -> unknown(operation).header("X-Huge: " + "x".repeat(60_000)),
                        Expectation.anything()),
                Kind.ofAll(
                        "control characters in a header",
                        operation -> unknown(operation).header("X-Control: \u0001\u0002"),
                        Expectation.anything()),
                Kind.ofAll(
                        "odd headers",
                        operation -> unknown(operation)
                                .header("Range: bytes=5-1")
                                .header("If-Modified-Since: yesterday")
                                .header("Cookie: JSESSIONID=../../x; =; a")
                                .header("X-Forwarded-Host: evil.example"),
                        Expectation.anything()));
    }

    private static Kind malformed(String header, String value) {
        return Kind.ofAll(
                header + ": " + value,
                operation -> withoutType(real(operation), header).header(header + ": " + value),
                Expectation.status(400).naming(header));
    }

    private static Wire withoutType(Wire request, String header) {
        return new Wire(
                request.method(),
                request.target(),
                request.headers().stream()
                        .filter(line -> !line.startsWith(header + ":"))
                        .toList(),
                request.body());
    }
}
