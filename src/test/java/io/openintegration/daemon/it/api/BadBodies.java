package io.openintegration.daemon.it.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openintegration.daemon.rest.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no JSON, another JSON, too much of it, or said to be something else. */
final class BadBodies {

    private static final String NAME = "{\"name\":\"no-such-connector\"}";
    private static final int TOO_LARGE = (1 << 20) + 1;

    private static final Map<String, String> MALFORMED = new TreeMap<>(Map.ofEntries(
            Map.entry("cut JSON", "{\"name\":"),
            Map.entry("one brace", "{"),
            Map.entry("no JSON", "{name=x}"),
            Map.entry("trailing garbage", NAME + " x"),
            Map.entry("two documents", NAME + NAME),
            Map.entry("nested too deep", "{\"name\":" + "[".repeat(70) + "]".repeat(70) + "}"),
            Map.entry("very deep", "{\"name\":" + "[".repeat(100_000)),
            Map.entry("objects nested too deep", "{\"a\":".repeat(70) + "1" + "}".repeat(70)),
            Map.entry("number without end", "{\"name\":" + "9".repeat(5_000) + "}"),
            Map.entry("not a number", "{\"name\":NaN}"),
            Map.entry("raw control character", "{\"name\":\"a\u0001b\"}"),
            Map.entry("byte order mark", "\uFEFF{\"name\":\"no-such-connector\"}"),
            Map.entry("unclosed array", "["),
            Map.entry("XML", "<name>no-such-connector</name>")));

    /** JSON, but of the wrong kind; an operation may have a use for it, but not for these names. */
    private static final Map<String, String> WRONG = new TreeMap<>(Map.ofEntries(
            Map.entry("number for text", "{\"name\":5}"),
            Map.entry("object for text", "{\"name\":{}}"),
            Map.entry("exponent without end", "{\"name\":1e999999999}"),
            Map.entry("NUL in a name", "{\"name\":\"a\\u0000b\"}"),
            Map.entry("lone surrogate in a name", "{\"name\":\"a\\uD800b\"}"),
            Map.entry("right-to-left override in a name", "{\"name\":\"a\\u202Eb\"}"),
            Map.entry("blank name", "{\"name\":\"  \"}"),
            Map.entry("very long name", "{\"name\":\"" + "x".repeat(100_000) + "\"}"),
            Map.entry("unknown field", "{\"no-such-field\":1}"),
            Map.entry("unknown class", "{\"class\":\"java.lang.Runtime\",\"no-such-field\":1}"),
            Map.entry("array", "[" + NAME + "]"),
            Map.entry("text", "\"no-such-connector\""),
            Map.entry("number", "5")));

    private BadBodies() {}

    static Stream<Kind> kinds() {
        return Stream.of(malformed(), twice(), wrong(), useless(), bytes(), types(), ignored())
                .flatMap(kinds -> kinds);
    }

    private static Stream<Kind> malformed() {
        return MALFORMED.entrySet().stream()
                .flatMap(body -> Stream.of(
                        refused(body.getKey(), request -> request.json(body.getValue()), Expectation.status(400)),
                        refused(
                                body.getKey() + ", chunked",
                                request -> request.json(body.getValue()).chunked(),
                                Expectation.status(400))));
    }

    /** Producers of lineage send events with fields that come twice, which is no mistake there (docs/adr/0042). */
    private static Stream<Kind> twice() {
        Predicate<Operation> refuses =
                operation -> operation.takesBody() && !operation.path().matches("/api/v1/(servers/[^/]+/)?lineage");
        String body = "{\"name\":\"a\",\"name\":\"b\"}";
        return Stream.of(
                Kind.of("duplicate keys", refuses, operation -> bare(operation).json(body), Expectation.status(400)),
                Kind.of(
                        "duplicate keys, chunked",
                        refuses,
                        operation -> bare(operation).json(body).chunked(),
                        Expectation.status(400)));
    }

    private static Stream<Kind> wrong() {
        return WRONG.entrySet().stream()
                .flatMap(body -> Stream.of(
                        Kind.of(
                                body.getKey(),
                                Requests::takesName,
                                operation -> bare(operation).json(body.getValue()),
                                Expectation.status(400)),
                        Kind.of(
                                body.getKey() + " (whatever the operation takes)",
                                operation -> operation.takesBody()
                                        && !Requests.takesName(operation)
                                        && !Requests.isLogin(operation),
                                operation -> harmless(operation).json(body.getValue()),
                                Expectation.anything())));
    }

    private static Stream<Kind> bytes() {
        byte[] latin = "{\"name\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        String large = "{\"name\":\"" + "x".repeat(TOO_LARGE) + "\"}";
        return Stream.of(
                refused("not UTF-8", request -> request.body("application/json", latin), Expectation.status(400)),
                refused(
                        "UTF-16",
                        request -> request.body("application/json", NAME.getBytes(StandardCharsets.UTF_16)),
                        Expectation.status(400)),
                refused(
                        "UTF-16 without mark",
                        request -> request.body("application/json", NAME.getBytes(StandardCharsets.UTF_16LE)),
                        Expectation.status(400)),
                refused("too large", request -> request.json(large), Expectation.status(413)),
                refused("too large, chunked", request -> request.json(large).chunked(), Expectation.status(413)),
                refused(
                        "compressed",
                        request -> request.body("application/json", gzip(NAME)).header("Content-Encoding: gzip"),
                        Expectation.status(415).naming("gzip")),
                refused(
                        "said to be compressed",
                        request -> request.json(NAME).header("Content-Encoding: gzip"),
                        Expectation.status(415).naming("gzip")),
                refused(
                        "unknown encoding",
                        request -> request.json(NAME).header("Content-Encoding: rot13"),
                        Expectation.status(415).naming("rot13")));
    }

    private static Stream<Kind> types() {
        Stream<Kind> taken = Stream.of(
                refused(
                        "media type text/xml",
                        request -> request.body("text/xml", NAME.getBytes(UTF_8)),
                        Expectation.status(415).naming("text/xml")),
                refused(
                        "media type multipart/form-data",
                        request -> request.body("multipart/form-data;boundary=x", NAME.getBytes(UTF_8)),
                        Expectation.status(415).naming("multipart/form-data")),
                refused(
                        "charset UTF-16",
                        request -> request.body("application/json;charset=UTF-16", NAME.getBytes(UTF_8)),
                        Expectation.status(415).naming("UTF-16")));
        Stream<Kind> notTaken = Stream.of(
                Kind.of(
                        "media type text/plain",
                        doesNotTake("text/plain"),
                        operation -> bare(operation).body("text/plain", NAME.getBytes(UTF_8)),
                        Expectation.status(415).naming("text/plain")),
                Kind.of(
                        "media type of a form",
                        doesNotTake("application/x-www-form-urlencoded"),
                        operation -> bare(operation).body("application/x-www-form-urlencoded", NAME.getBytes(UTF_8)),
                        Expectation.status(415).naming("form")),
                Kind.of(
                        "no media type",
                        takesNothingBut("application/json"),
                        operation -> bare(operation).untyped(NAME),
                        Expectation.status(415)));
        Stream<Kind> names = Stream.of("text/plain", "application/x-www-form-urlencoded", "")
                .map(type -> Kind.of(
                        "bare name as " + (type.isEmpty() ? "nothing" : type),
                        Requests::takesName,
                        operation -> type.isEmpty()
                                ? bare(operation).untyped("NoSuchConnector")
                                : bare(operation).body(type, "NoSuchConnector".getBytes(UTF_8)),
                        Expectation.status(400).naming("NoSuchConnector")));
        return Stream.of(taken, notTaken, names).flatMap(kinds -> kinds);
    }

    private static Predicate<Operation> doesNotTake(String type) {
        return operation -> operation.takesBody() && !operation.bodyTypes().contains(type);
    }

    private static Predicate<Operation> takesNothingBut(String type) {
        return operation -> operation.takesBody()
                && (operation.bodyTypes().isEmpty() || operation.bodyTypes().equals(List.of(type)));
    }

    /** What no operation has a use for, so it may be sent to things that there are. */
    private static Stream<Kind> useless() {
        Predicate<Operation> readsMore = operation -> operation.takesBody() && !Requests.takesName(operation);
        return Stream.of(
                Kind.of("number", readsMore, operation -> bare(operation).json("5"), Expectation.status(400)),
                Kind.of("numbers", readsMore, operation -> bare(operation).json("[5]"), Expectation.status(400)),
                Kind.of(
                        "text for an object",
                        readsMore.and(operation -> !Requests.takesText(operation)),
                        operation -> bare(operation).json("\"no-such-text\""),
                        Expectation.status(400)),
                Kind.of(
                        "number for a user",
                        Requests::isLogin,
                        operation -> bare(operation).json("{\"userId\":5,\"password\":\"x\"}"),
                        Expectation.status(400).naming("userId")));
    }

    /** What reads no body does not mind one. */
    private static Stream<Kind> ignored() {
        return Stream.of(
                Kind.of(
                        "body that is not read",
                        operation -> !operation.takesBody(),
                        operation -> Requests.unknown(operation).json("{"),
                        Expectation.anything()),
                Kind.of(
                        "body of any type that is not read",
                        operation -> !operation.takesBody(),
                        operation -> Requests.unknown(operation).body("text/xml", "<".getBytes(UTF_8)),
                        Expectation.anything()));
    }

    private static Kind refused(String name, UnaryOperator<Wire> spoil, Expectation expectation) {
        return Kind.of(name, Operation::takesBody, operation -> spoil.apply(bare(operation)), expectation);
    }

    private static Wire harmless(Operation operation) {
        return Wire.of(operation.method(), Requests.unknown(operation).target()).as("admin", Requests.PASSWORD);
    }

    private static Wire bare(Operation operation) {
        return Wire.of(operation.method(), Requests.real(operation).target()).as("admin", Requests.PASSWORD);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
