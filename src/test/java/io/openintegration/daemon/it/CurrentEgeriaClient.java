package io.openintegration.daemon.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Sends what Egeria 6's Java client for integration daemons was seen to send, and insists on what it insists on: HTTP 200,
 * the response class of the operation, and an exception class that it knows. That client is not on Maven Central.
 */
final class CurrentEgeriaClient {

    /** What the client throws where an answer is not one that it accepts. */
    static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String why) {
            super(why);
        }
    }

    private static final String EXCEPTIONS = "org.odpi.openmetadata.frameworks.openmetadata.ffdc.";
    private static final Set<String> KNOWN = Set.of(
            EXCEPTIONS + "InvalidParameterException",
            EXCEPTIONS + "UserNotAuthorizedException",
            EXCEPTIONS + "PropertyServerException");
    private static final ObjectMapper JSON = new ObjectMapper();

    // HTTP/2 as the default: on plain HTTP it asks for an upgrade, as the token call of Egeria's client does
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String delegatingUser;

    CurrentEgeriaClient(URI root, String server, String delegatingUser) {
        this.base = root.resolve("servers/" + encoded(server) + "/open-metadata/");
        this.delegatingUser = delegatingUser;
    }

    /** Percent-encoded to the last sign: {@code Egeria%3AIntegrationGroup%3AFiles}. */
    static String encoded(String variable) {
        return URLEncoder.encode(variable, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path, String responseClass) {
        return accepted(send(request(path).GET().build()), responseClass);
    }

    JsonNode post(String path, String body, String responseClass) {
        return accepted(
                send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()),
                responseClass);
    }

    JsonNode postText(String path, String body, String responseClass) {
        return accepted(
                send(request(path)
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()),
                responseClass);
    }

    /** A body with all the options of a query that the client always sends; a connector's name, or null for all. */
    static ObjectNode nameBody(String requestId, String name) {
        ObjectNode body = JSON.createObjectNode()
                .put("requestId", requestId)
                .put("forLineage", false)
                .put("forDuplicateProcessing", false)
                .put("effectiveTime", 1_795_402_439_438L)
                .put("relationshipsPageSize", 0)
                .put("graphQueryDepth", 5)
                .put("maxMermaidNodeCount", 5)
                .put("startFrom", 0)
                .put("pageSize", 0)
                .put("sequencingOrder", "LAST_UPDATE_RECENT");
        return name == null ? body : body.put("name", name);
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString("admin:for-tests-only".getBytes(StandardCharsets.UTF_8));
        String separator = path.contains("?") ? "&" : "?";
        return HttpRequest.newBuilder(base.resolve(path + separator + "delegatingUserId=" + encoded(delegatingUser)))
                .timeout(Duration.ofSeconds(70))
                .header("Accept", "application/json, application/*+json")
                .header("Authorization", "Basic " + credentials);
    }

    private static JsonNode accepted(HttpResponse<String> response, String responseClass) {
        if (response.statusCode() != 200) {
            throw new Unacceptable("HTTP " + response.statusCode() + " " + response.body());
        }
        JsonNode answer = DaemonClient.json(response);
        if (!answer.path("class").asText().equals(responseClass)) {
            throw new Unacceptable("not " + responseClass + ": " + response.body());
        }
        if (answer.has("exceptionClassName")
                && !KNOWN.contains(answer.path("exceptionClassName").asText())) {
            throw new Unacceptable("unknown exception: " + response.body());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unacceptable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
