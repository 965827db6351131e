package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.json;
import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Change events, export and import of a metadata access store on the real server. Each step builds on the one before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoreContentIT {

    private static final String APPLICATION = "content";
    private static final String SERVERS = "api/v1/servers/";
    private static final String FROM = "store-to-export";
    private static final String TO = "store-to-import";
    private static final String DOCUMENT =
            "{\"class\": \"OMAGServerConfig\", \"localServerType\": \"Metadata Access Store\","
                    + " \"eventTopic\": \"it.store.changes\"}";

    @ArquillianResource
    private Deployer deployer;

    private final URI base = URI.create(System.getProperty("test.url"));
    private final DaemonClient client = new DaemonClient(base);

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built().addClass(TopicSubscriber.class);
    }

    @Test
    @Order(1)
    @Timeout(120)
    void changesAreTold() throws IOException {
        deployer.deploy(APPLICATION);
        for (String store : List.of(FROM, TO)) {
            assertThat(client.send("PUT", SERVERS + store + "/configuration", DOCUMENT)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(client.send("POST", SERVERS + store + "/start", "").statusCode())
                    .isEqualTo(200);
        }
        client.send(
                "POST", "it/topic?topic=it.store.changes&name=changes&selector=eventType%3D%27ELEMENT_CREATED%27", "");
        try (Stream<String> stream = listen()) {
            Iterator<String> lines = stream.iterator();
            lines.next(); // the stream says something at once: from here on, every change is told

            change("one", create("here::/data/a"), create("here::/data/a/b"));

            List<String> told = new ArrayList<>();
            for (String line = ""; !line.contains("here::/data/a/b"); told.add(line)) {
                line = lines.next();
            }
            assertThat(Collections.frequency(told, "event: ELEMENT_CREATED")).isEqualTo(2);
        }
        until(() ->
                client.send("GET", "it/topic?name=changes", "").body().lines().count() == 2);
        assertThat(client.send("GET", "it/topic?name=changes", "").body().lines())
                .satisfiesExactly(
                        message -> assertThat(message).contains("\"qualifiedName\":\"here::/data/a\""),
                        message -> assertThat(message).contains("\"qualifiedName\":\"here::/data/a/b\""));
    }

    @Test
    @Order(2)
    void exportIsTakenOverByAnotherStore() {
        HttpResponse<String> exported = client.send("GET", content(FROM, "export"), "");
        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(exported.body().lines().reduce((first, last) -> last).orElseThrow())
                .startsWith("{\"end\":{\"elements\":2,");

        HttpResponse<String> cut =
                take(exported.body().lines().limit(2).map(line -> line + "\n").reduce("", String::concat));
        assertThat(cut.statusCode()).as(cut.body()).isEqualTo(400);
        HttpResponse<String> taken = take(exported.body());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(json(taken).path("elements").asInt()).as(taken.body()).isEqualTo(2);

        HttpResponse<String> again = take(exported.body());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("OPEN-METADATA-STORE-409-002");
        assertThat(client.send("GET", content(TO, "export"), "").body()).contains("here::/data/a/b");
    }

    @Test
    @Order(3)
    void end() {
        for (String store : List.of(FROM, TO)) {
            assertThat(client.send("POST", SERVERS + store + "/stop", "").statusCode())
                    .isEqualTo(200);
            assertThat(client.send("DELETE", SERVERS + store + "/configuration", "")
                            .statusCode())
                    .isEqualTo(204);
        }
        deployer.undeploy(APPLICATION);
    }

    private HttpResponse<String> take(String lines) {
        return client.send("POST", content(TO, "import"), lines, "Content-Type", "application/x-ndjson");
    }

    private void change(String request, String... changes) {
        String lines = "{\"begin\":{\"requestId\":\"" + request + "\"}}\n" + String.join("\n", changes) + "\n";
        HttpResponse<String> done =
                client.send("POST", content(FROM, "change-sets"), lines, "Content-Type", "application/x-ndjson");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private static String create(String name) {
        return "{\"create\":{\"typeName\":\"FileFolder\",\"properties\":{\"propertyValueMap\":{\"qualifiedName\":"
                + "{\"class\":\"PrimitiveTypePropertyValue\",\"typeName\":\"string\",\"primitiveValue\":\"" + name
                + "\"}}}}}";
    }

    private Stream<String> listen() throws IOException {
        String login = Base64.getEncoder().encodeToString("admin:for-tests-only".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(content(FROM, "events")))
                .header("Authorization", "Basic " + login)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<Stream<String>> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String content(String store, String what) {
        return SERVERS + store + "/open-metadata-store/" + what;
    }
}
