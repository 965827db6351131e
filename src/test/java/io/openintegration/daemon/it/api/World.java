package io.openintegration.daemon.it.api;

import static io.openintegration.daemon.it.api.Requests.DAEMON;
import static io.openintegration.daemon.it.api.Requests.PASSWORD;
import static io.openintegration.daemon.it.api.Requests.STORE;
import static io.openintegration.daemon.it.api.Requests.USER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a request could have changed: documents, users, servers, connectors, audit records of the servers, metadata. Its
 * {@link #toString()} is the same as before if nothing was.
 */
final class World {

    private static final String DAEMON_ROOT =
            "/servers/" + DAEMON + "/open-metadata/integration-daemon/users/" + USER + "/";
    private static final String PLATFORM = "/open-metadata/platform-services/users/" + USER + "/server-platform/";
    private static final String SEARCH =
            "/servers/" + STORE + "/open-metadata/access-services/open-metadata-store/users/" + USER
                    + "/metadata-elements/by-search-string";

    private final Connection connection;
    private final List<Path> files;

    /** @param files files and directories that have to stay as they are */
    World(Connection connection, List<Path> files) {
        this.connection = connection;
        this.files = files;
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                "known: " + get(PLATFORM + "servers").path("serverList"),
                "active: " + get(PLATFORM + "servers/active").path("serverList"),
                "connectors: " + connectors(),
                "metadata: " + elements(),
                "newest records: " + newest(DAEMON) + " " + newest(STORE),
                "files: " + files.stream().map(World::digest).toList());
    }

    /** Records of severity Exception since that time, of the platform and of both servers. */
    List<String> exceptionsSince(Instant time) {
        List<String> found = new ArrayList<>();
        for (String server : List.of("platform", DAEMON, STORE)) {
            String from = URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
            get(audit(server) + "severity=Exception&pageSize=1000&from=" + from)
                    .path("records")
                    .forEach(record ->
                            found.add(server + ": " + record.path("messageText").asText()));
        }
        return found;
    }

    /** Whether the platform's audit log has the text. */
    boolean isAudited(String text) {
        return get(audit("platform") + "pageSize=10&text=" + text)
                        .path("records")
                        .size()
                > 0;
    }

    List<String> connectors() {
        List<String> connectors = new ArrayList<>();
        for (JsonNode service : get(DAEMON_ROOT + "status").path("integrationServiceSummaries")) {
            for (JsonNode report : service.path("integrationConnectorReports")) {
                connectors.add(
                        Stream.of("connectorName", "connectorStatus", "lastStatusChange", "lastSuccessfulRefresh")
                                .map(field -> report.path(field).asText())
                                .toList()
                                .toString());
            }
        }
        return connectors;
    }

    private long elements() {
        Answer found = connection.send(Wire.of("POST", SEARCH)
                .as("admin", PASSWORD)
                .json("{\"searchString\":\"\",\"metadataElementTypeName\":\"OpenMetadataRoot\"}"));
        return found.json().orElseThrow().path("elements").size();
    }

    private String newest(String server) {
        JsonNode newest = get(audit(server) + "pageSize=1").path("records").path(0);
        return newest.path("incarnation").asText() + "/"
                + newest.path("sequence").asText();
    }

    private static String audit(String server) {
        return "/api/v1/servers/" + server + "/audit-log?";
    }

    private JsonNode get(String target) {
        return connection
                .send(Wire.of("GET", target).as("admin", PASSWORD))
                .json()
                .orElseThrow();
    }

    private static String digest(Path root) {
        if (Files.notExists(root)) {
            return root + " is not there";
        }
        try (Stream<Path> tree = Files.walk(root)) {
            StringBuilder text = new StringBuilder(root.toString());
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                text.append(' ').append(file.getFileName()).append(Arrays.hashCode(Files.readAllBytes(file)));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
