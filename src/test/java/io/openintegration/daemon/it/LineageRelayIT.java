package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.json;
import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.testing.KafkaBroker;
import io.openintegration.daemon.testing.LibertyProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lineage events from a topic of Kafka, catalogued and published to files, each by a connector of its own, in a server that is killed
 * meanwhile. The receiver is in a plug-in as the build packs it. Each step builds on the one before.
 */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason = "starts an Open Liberty itself")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineageRelayIT {

    private static final Duration START_BOUND = Duration.ofMinutes(4);
    private static final Path HOME = Path.of("target/lineage-relay").toAbsolutePath();
    private static final String V1 = "api/v1/servers/relay/";
    private static final String TOPIC = "lineage";
    private static final String RESULT = "DataSet::file::/data/spark/out/region_sales.parquet";

    private static KafkaBroker broker;
    private static Producer<String, String> producer;
    private static LibertyProcess platform;
    private static DaemonClient client;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws IOException, ExecutionException, InterruptedException {
        broker = KafkaBroker.start(port -> port);
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer());
        Files.createDirectories(HOME.resolve("published"));
        Path documents = Files.createDirectories(HOME.resolve("server-config"));
        Files.writeString(documents.resolve("relay.json"), document());
        Files.copy(
                Path.of("server-config/cocoMDS1.json"),
                documents.resolve("cocoMDS1.json"),
                StandardCopyOption.REPLACE_EXISTING);
        settings = Map.of(
                "DAEMON_STARTUP_SERVERS",
                "cocoMDS1,relay",
                "DAEMON_CONFIGURATION_DIRECTORY",
                documents.toString(),
                "DAEMON_FILES_BASE",
                HOME.toString(),
                "DAEMON_PLUGINS_DIRECTORY",
                Path.of("target/plugins").toAbsolutePath().toString());
        platform = new LibertyProcess("lineageRelay");
        client = new DaemonClient(platform.base());
        platform.start(settings);
        platform.awaitReady(START_BOUND);
    }

    @AfterAll
    static void end() {
        producer.close();
        platform.close();
        broker.close();
    }

    @Test
    @Order(1)
    void connectionsAreTriedInSteps() {
        for (String connector : List.of("FromKafka", "ToFiles")) {
            JsonNode trial = client.post(V1 + "connectors/" + connector + "/connection-test", "");
            assertThat(trial.path("passed").asBoolean()).as(trial.toString()).isTrue();
        }
    }

    @Test
    @Order(2)
    void eventOfATopicIsCataloguedAndPublished() throws ExecutionException, InterruptedException {
        produce(SparkEvents.all().subList(0, 13));

        until(() -> published().size() == 13);
        assertThat(published())
                .containsExactlyInAnyOrderElementsOf(SparkEvents.all().subList(0, 13));
        until(() -> lineage().path("nodes").size() > 1);
        assertThat(StreamSupport.stream(lineage().path("nodes").spliterator(), false)
                        .map(node -> node.path("qualifiedName").asText()))
                .contains("DataSet::file::/data/spark/data/orders.csv", "Job::demo::" + SparkEvents.JOB);
    }

    @Test
    @Order(3)
    void nothingIsLostOverAKill() throws ExecutionException, InterruptedException {
        produce(SparkEvents.all().subList(13, 20));
        platform.kill();
        produce(SparkEvents.all().subList(20, 26));

        platform.start(settings);
        platform.awaitReady(START_BOUND);

        until(() -> published().size() == SparkEvents.all().size());
        assertThat(published()).containsExactlyInAnyOrderElementsOf(SparkEvents.all());
    }

    @Test
    @Order(4)
    void whatWasAcknowledgedOverHttpOutlivesAKill() {
        List<String> jobs =
                IntStream.range(0, 20).mapToObj(number -> "killed-" + number).toList();
        for (String job : jobs) {
            HttpResponse<String> answer = client.send("POST", "api/v1/lineage", event(job));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        platform.kill();

        platform.start(settings);
        platform.awaitReady(START_BOUND);

        until(() ->
                published().containsAll(jobs.stream().map(LineageRelayIT::event).toList()));
        assertThat(published()).doesNotHaveDuplicates();
        until(() -> client.catalogued("Process", "killed-").containsAll(jobs));
    }

    private static String event(String job) {
        return "{\"eventTime\": \"2026-01-31T12:00:00Z\", \"eventType\": \"COMPLETE\", \"job\": {\"namespace\": \"demo\", \"name\": \""
                + job + "\"}, \"run\": {\"runId\": \"run-of-" + job + "\"}}";
    }

    private static void produce(List<String> events) throws ExecutionException, InterruptedException {
        for (String event : events) {
            producer.send(new ProducerRecord<>(TOPIC, event)).get();
        }
    }

    private static List<String> published() {
        try (Stream<Path> files = Files.walk(HOME.resolve("published"))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode lineage() {
        return json(client.send(
                "GET",
                "api/v1/servers/cocoMDS1/lineage?direction=upstream&depth=4&qualifiedName="
                        + URLEncoder.encode(RESULT, StandardCharsets.UTF_8),
                ""));
    }

    private static String document() {
        return """
            {"class": "OMAGServerConfig", "localServerName": "relay", "localServerType": "Integration Daemon",
             "localServerUserId": "exchangeDL01npa", "integrationServicesConfig": [
              {"class": "IntegrationServiceConfig", "omagserverPlatformRootURL": "https://localhost:9443",
               "omagserverName": "cocoMDS1", "integrationServiceURLMarker": "lineage-integrator",
               "integrationConnectorConfigs": [%s, %s, %s]}]}"""
                .formatted(
                        connector(
                                "FromKafka",
                                "io.openintegration.daemon.connectors.lineage.kafka.OpenLineageKafkaReceiverProvider",
                                broker.address(),
                                "\"configurationProperties\": {\"topic\": \"" + TOPIC + "\"}",
                                "FROM_THIRD_PARTY"),
                        connector(
                                "OpenLineage",
                                "io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider",
                                "none",
                                "\"configurationProperties\": {}",
                                "FROM_THIRD_PARTY"),
                        connector(
                                "ToFiles",
                                "io.openintegration.daemon.connectors.lineage.publish.OpenLineageFilePublisherProvider",
                                "published",
                                "\"configurationProperties\": {}",
                                "TO_THIRD_PARTY"));
    }

    private static String connector(
            String name, String provider, String address, String properties, String directions) {
        return """
            {"class": "IntegrationConnectorConfig", "connectorName": "%s", "connectorUserId": "exchangeDL01npa",
             "connection": {"class": "Connection", "connectorType": {"class": "ConnectorType",
               "connectorProviderClassName": "%s"}, "endpoint": {"class": "Endpoint", "address": "%s"}, %s},
             "metadataSourceQualifiedName": "%s", "permittedSynchronization": "%s"}"""
                .formatted(name, provider, address, properties, name, directions);
    }
}
