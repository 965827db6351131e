package io.openintegration.daemon.it.api;

import static io.openintegration.daemon.it.api.Requests.real;

import io.openintegration.daemon.rest.Operation;
import io.openintegration.daemon.rest.ResourceCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names that there are not, names that are none, and paths that might be read in two ways. */
final class BadPaths {

    private static final List<Operation> ALL = ResourceCatalogue.operations();

    /** To be refused with 400. */
    private static final Map<String, String> REFUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("encoded NUL", "a%00b"),
            Map.entry("encoded control character", "a%07b"),
            Map.entry("encoded line break", "a%0D%0Ab"),
            Map.entry("broken percent-encoding", "a%zz"),
            Map.entry("cut percent-encoding", "a%2"),
            Map.entry("encoded slash", "a%2Fb"),
            Map.entry("encoded slash, lower case", "a%2fb"),
            Map.entry("encoded backslash", "a%5Cb"),
            Map.entry("backslash", "a\\b"),
            Map.entry("dot segment", "."),
            Map.entry("parent segment", ".."),
            Map.entry("encoded parent segment", "%2e%2e"),
            Map.entry("half encoded parent segment", ".%2E"),
            Map.entry("path parameter", "a;x=1"),
            Map.entry("bare path parameter", "a;"),
            Map.entry("encoded right-to-left override", "a%E2%80%AEb"),
            Map.entry("line separator", "a%E2%80%A8b"),
            Map.entry("C1 control character", "a%C2%85b"),
            Map.entry("not UTF-8", "a%FFb"),
            Map.entry("lone surrogate", "a%ED%A0%80b"),
            Map.entry("overlong encoding", "a%C0%AFb"),
            Map.entry("raw bytes above ASCII", "a\u00ffb"),
            Map.entry("raw angle brackets", "<script>"),
            Map.entry("raw braces", "{a}"),
            Map.entry("raw quote", "a\"b")));

    private BadPaths() {}

    static Stream<Kind> kinds() {
        return Stream.of(names(), spoilt(), elsewhere()).flatMap(kinds -> kinds);
    }

    private static Stream<Kind> names() {
        return Stream.of(
                unknown("unknown server", Requests::server, Requests.unknown("server")),
                unknown("unknown service", Requests::service, "no-such-integrator"),
                unknown("unknown connector", Requests::connector, "NoSuchConnector"),
                unknown("double-encoded parent segment", Requests::server, "%252e%252e"),
                unknown("double-encoded slash", Requests::server, "a%252Fb"),
                unknown("very long name", Requests::server, "x".repeat(6_000)),
                unknown("odd letters", Requests::server, "%F0%9F%90%BF%CC%81"),
                blank("blank name", "%20"),
                blank("blank name, ideographic", "%E3%80%80"));
    }

    private static Stream<Kind> spoilt() {
        return REFUSED.entrySet().stream()
                .map(spoilt -> victim(spoilt.getKey(), spoilt.getValue(), Expectation.status(400)));
    }

    private static Stream<Kind> elsewhere() {
        return Stream.of(
                moved("path below", path -> path + "/no-such-place"),
                moved("doubled slash", path -> path.replaceFirst("/([^/]*)$", "//$1")),
                moved("upper case", path -> path.toUpperCase(Locale.ROOT)),
                moved("WEB-INF", path -> "/WEB-INF" + path),
                moved("parent segments and WEB-INF", path -> path + "/../../WEB-INF/web.xml"),
                Kind.ofAll(
                        "trailing slash",
                        operation -> Requests.unknown(operation)
                                .target(Requests.unknown(operation).target() + "/"),
                        Expectation.anything()),
                Kind.ofAll(
                        "out of the root",
                        operation -> real(operation).target("/../../../etc/passwd"),
                        Expectation.status(400, 404)));
    }

    private static Kind unknown(String name, Function<Operation, Optional<String>> parameter, String value) {
        String shown = value.length() > 100 ? "" : value.replace("%25", "%").replaceAll("%F0.*", "");
        return new Kind(
                name,
                operation -> parameter.apply(operation).isPresent(),
                operation -> real(operation)
                        .target(Requests.path(
                                operation, parameter.apply(operation).orElseThrow(), value)),
                operation -> saysWhatIsInTheBodyFirst(operation)
                        ? Expectation.status(400, 404)
                        : Expectation.status(400, 404).naming(shown));
    }

    /** The body of the well-formed request is a connector's name: an operation that wants another may say so first. */
    private static boolean saysWhatIsInTheBodyFirst(Operation operation) {
        return operation.takesBody() && !Requests.takesName(operation);
    }

    private static Kind blank(String name, String value) {
        Kind kind = victim(name, value, Expectation.status(400));
        return new Kind(
                name,
                operation -> Requests.victim(operation)
                        .filter(operation.readPathParameters()::contains)
                        .isPresent(),
                kind.request(),
                kind.expectation());
    }

    private static Kind victim(String name, String value, Expectation expectation) {
        return Kind.of(
                name,
                operation -> Requests.victim(operation).isPresent(),
                operation -> real(operation)
                        .target(Requests.path(
                                operation, Requests.victim(operation).orElseThrow(), value)),
                expectation);
    }

    /** A path at which there is nothing. */
    private static Kind moved(String name, Function<String, String> move) {
        return Kind.of(
                name,
                operation -> ALL.stream()
                        .noneMatch(other ->
                                other.matches(move.apply(real(operation).target()))),
                operation -> real(operation).target(move.apply(real(operation).target())),
                Expectation.status(400, 404));
    }
}
