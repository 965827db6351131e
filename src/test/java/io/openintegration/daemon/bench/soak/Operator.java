package io.openintegration.daemon.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Speaks HTTP to the server, with a bearer token, on connections that stay open. Safe from any thread. */
final class Operator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "api/v1/servers/" + SoakLayout.DAEMON + "/";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private volatile String token = "";

    Operator(URI base) {
        this.base = base;
    }

    void logIn() {
        token = text(send("POST", "api/token", "{\"userId\":\"admin\",\"password\":\"for-tests-only\"}"));
    }

    /** What it answers. */
    byte[] get(String path) {
        HttpResponse<byte[]> answer = send("GET", path, "");
        text(answer);
        return answer.body();
    }

    /** Asks, and returns how many milliseconds it took until the answer was read. */
    double time(String path) {
        HttpRequest request = request("GET", path, "");
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = send(request);
        double took = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return took;
    }

    /** All connectors with all that is known of them. */
    List<JsonNode> connectors() {
        return StreamSupport.stream(
                        json(send("GET", API + "connectors", ""))
                                .path("connectors")
                                .spliterator(),
                        false)
                .toList();
    }

    /** Asks the daemon to do something; it may refuse where that is impossible now. */
    void ask(String path) {
        refuseNothingElse(send("POST", API + path, ""));
    }

    void target(String connector, String target) {
        refuseNothingElse(
                send("PUT", API + "connectors/" + connector + "/target-state", "{\"targetState\":\"" + target + "\"}"));
    }

    /** Starts or stops a server. */
    void server(String name, String what) {
        text(send("POST", "api/v1/servers/" + name + "/" + what, ""));
    }

    /** How the audit log is going: the figures of its health data. */
    JsonNode audit() {
        return StreamSupport.stream(
                        json(send("GET", "health/ready", "")).path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals("audit log"))
                .findFirst()
                .map(check -> check.path("data"))
                .orElseThrow();
    }

    static Optional<Instant> time(JsonNode node, String field) {
        return node.hasNonNull(field)
                ? Optional.of(OffsetDateTime.parse(node.path(field).asText()).toInstant())
                : Optional.empty();
    }

    private static void refuseNothingElse(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 409) {
            text(answer);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, String body) {
        return send(request(method, path, body));
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(70))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!path.equals("api/token")) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + text);
        }
        return text;
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(text(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
