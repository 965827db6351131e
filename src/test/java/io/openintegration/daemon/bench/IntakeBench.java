package io.openintegration.daemon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.bench.soak.Figures;
import io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider;
import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.testing.FileTrees;
import io.openintegration.daemon.testing.LibertyProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How many lineage events a second an Open Liberty accepts over HTTP, one in each request, while the OpenLineage monitor takes them in;
 * how long each answer takes; and how much processor time the server takes for each. Linux only.
 */
public final class IntakeBench implements AutoCloseable {

    private static final String DAEMON = "integration-daemon";
    private static final String STORE = "cocoMDS1";
    private static final int CONNECTIONS = 8;
    private static final String RUN_ID = "01a20626-300b-7b04-8b89-22ba174c3f47";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LibertyProcess server = new LibertyProcess("daemonIntake");
    private final HttpClient http = HttpClient.newHttpClient();
    private final String event = SparkEvents.number(17);

    /**
     * @param arguments events a second, 0 for as many as can be (1000); seconds (10); rounds (4), of which the first ones warm the server
     *     up; further options of the server's JVM
     */
    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        try (IntakeBench bench = new IntakeBench()) {
            bench.start(arguments.length > 3 ? arguments[3] : "");
            String token = bench.token();
            for (int round = 1; round <= rounds; round++) {
                bench.send(round, rate, seconds, token);
            }
            bench.server.stop(); // in order, so that a recording of its JVM is written
        }
        System.exit(0);
    }

    private void start(String options) throws IOException {
        Path documents = Path.of("target/bench/intake").toAbsolutePath();
        FileTrees.remove(documents);
        Files.createDirectories(documents);
        Files.copy(Path.of("server-config", STORE + ".json"), documents.resolve(STORE + ".json"));
        JSON.writeValue(documents.resolve(DAEMON + ".json").toFile(), document());
        server.start(Map.of(
                "DAEMON_CONFIGURATION_DIRECTORY",
                documents.toString(),
                "DAEMON_LINEAGE_INBOX_EVENTS",
                "10000000",
                "DAEMON_LINEAGE_INBOX_MEGABYTES",
                "16384",
                "JVM_ARGS",
                "-Xmx1g " + options));
        server.awaitReady(Duration.ofMinutes(5));
    }

    private static ObjectNode document() {
        ObjectNode document = JSON.createObjectNode()
                .put("class", "OMAGServerConfig")
                .put("localServerName", DAEMON)
                .put("localServerType", "Integration Daemon")
                .put("localServerUserId", "exchangeDL01npa");
        ObjectNode connector = document.putArray("integrationServicesConfig")
                .addObject()
                .put("class", "IntegrationServiceConfig")
                .put("omagserverPlatformRootURL", "https://localhost:9443")
                .put("omagserverName", STORE)
                .put("integrationServiceURLMarker", "lineage-integrator")
                .put("defaultPermittedSynchronization", "FROM_THIRD_PARTY")
                .putArray("integrationConnectorConfigs")
                .addObject()
                .put("class", "IntegrationConnectorConfig")
                .put("connectorName", "OpenLineage")
                .put("metadataSourceQualifiedName", "OpenLineage")
                .put("refreshTimeInterval", 60);
        connector
                .putObject("connection")
                .put("class", "Connection")
                .putObject("connectorType")
                .put("class", "ConnectorType")
                .put("connectorProviderClassName", OpenLineageMonitorProvider.class.getName());
        return document;
    }

    /** Of a user who may do nothing else. */
    private String token() throws Exception {
        String admin = Base64.getEncoder().encodeToString("admin:for-tests-only".getBytes(StandardCharsets.UTF_8));
        ask(HttpRequest.newBuilder(server.base().resolve("api/v1/users/spark"))
                .header("Authorization", "Basic " + admin)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"roles\":[\"producer\"],\"password\":\"for-benches-only\"}")));
        return ask(HttpRequest.newBuilder(server.base().resolve("api/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"spark\",\"password\":\"for-benches-only\"}")));
    }

    private String ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void send(int round, int rate, int seconds, String token) throws Exception {
        Duration before = processorTime();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<List<Double>>> all = new ArrayList<>();
        for (int thread = 0; thread < CONNECTIONS; thread++) {
            String mark = round + "-" + thread + "-";
            long pause = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * CONNECTIONS / rate;
            long first = begin + pause * thread / CONNECTIONS;
            all.add(threads.submit(() -> send(mark, first, pause, end, token)));
        }
        Figures figures = new Figures();
        int events = 0;
        for (Future<List<Double>> one : all) {
            one.get().forEach(figures::add);
            events += one.get().size();
        }
        threads.shutdown();
        double took = (System.nanoTime() - begin) / 1e9;
        double processor = processorTime().minus(before).toNanos() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "round %d: %,d events in %.1f s, %,.0f a second, by %d connections: %s; processor time of the server %.2f ms for each, load %s%n",
                round,
                events,
                took,
                events / took,
                CONNECTIONS,
                figures,
                processor / events,
                Files.readString(Path.of("/proc/loadavg")).strip());
    }

    /** With a pause of its own each event is counted from when it was due; without, from when it is sent. */
    private List<Double> send(String mark, long first, long pause, long end, String token) throws IOException {
        List<Double> took = new ArrayList<>();
        try (EventPost post = new EventPost(server.base(), token)) {
            for (int number = 0; ; number++) {
                long due = pause == 0 ? System.nanoTime() : first + number * pause;
                if (due > end) {
                    return took;
                }
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                post.send(event.replace(RUN_ID, mark + number));
                took.add((System.nanoTime() - due) / 1e6);
            }
        }
    }

    private Duration processorTime() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
