package io.openintegration.daemon.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** An operator with curl: speaks HTTP to the server under test as its administrator. */
final class DaemonClient {

    static final String USER = "garygeeke";
    static final String DAEMON = "servers/integration-daemon/open-metadata/integration-daemon/users/" + USER + "/";
    static final String STORE =
            "servers/cocoMDS1/open-metadata/access-services/open-metadata-store/users/" + USER + "/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    DaemonClient(URI base) {
        this.base = base;
    }

    static void until(Callable<Boolean> condition) {
        patience().until(condition);
    }

    /** The same; when it is in vain, the assertion tells what was there instead. */
    static void untilAsserted(ThrowingRunnable assertion) {
        patience().untilAsserted(assertion);
    }

    private static ConditionFactory patience() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    JsonNode get(String path) {
        return json(send("GET", path, ""));
    }

    JsonNode post(String path, String body) {
        return json(send("POST", path, body));
    }

    JsonNode server(String method, String server) {
        return json(
                send(method, "open-metadata/admin-services/users/" + USER + "/servers/" + server + "/instance", ""));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendAs("admin:for-tests-only", method, path, body, headers);
    }

    /** @param credentials user and password; empty for none */
    HttpResponse<String> sendAs(String credentials, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(70))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The report of one connector in the daemon's status. */
    JsonNode connector(String name) {
        return elements(get(DAEMON + "status").path("integrationServiceSummaries")).stream()
                .flatMap(service -> elements(service.path("integrationConnectorReports")).stream())
                .filter(report -> report.path("connectorName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the connector has this status, and returns its report. */
    JsonNode await(String connector, String status) {
        until(() -> connector(connector).path("connectorStatus").asText().equals(status));
        return connector(connector);
    }

    /** The display names of the elements that a search of the store finds. */
    List<String> catalogued(String type, String text) {
        JsonNode found = post(
                STORE + "metadata-elements/by-search-string",
                JSON.createObjectNode()
                        .put("metadataElementTypeName", type)
                        .put("searchString", text)
                        .toString());
        return elements(found.path("elements")).stream()
                .map(element -> element.at("/elementProperties/propertiesAsStrings/displayName")
                        .asText())
                .toList();
    }

    /** The filed audit records with this id, newest first. */
    List<JsonNode> audited(String server, String messageId) {
        return records(server, "&messageId=" + messageId);
    }

    /** The same, of the server's last start. */
    List<JsonNode> auditedSinceStart(String server, String messageId) {
        return sinceStart(server, "&messageId=" + messageId);
    }

    List<JsonNode> sinceStart(String server, String filter) {
        long start =
                audited(server, "OMRS-AUDIT-0064").get(0).path("incarnation").asLong();
        return records(server, filter).stream()
                .filter(found -> found.path("incarnation").asLong() == start)
                .toList();
    }

    private List<JsonNode> records(String server, String filter) {
        return elements(get("api/v1/servers/" + server + "/audit-log?pageSize=1000" + filter)
                .path("records"));
    }

    static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.statusCode() + " " + response.body(), e);
        }
    }
}
