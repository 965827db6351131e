package io.openintegration.daemon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/**
 * A Kafka broker that is its own controller, in a process of its own, on loopback and free ports. Whoever comes without an account may do
 * everything; accounts may do what they were granted. Its libraries are those of the build's execution {@code kafka-broker}.
 */
public final class KafkaBroker implements AutoCloseable {

    /** An account for PLAIN. */
    public static final String ANN = "ann";

    /** An account for SCRAM-SHA-512. */
    public static final String SAM = "sam";

    /** His password. */
    public static final String SCRAMMED = "scrammed";

    /** Hers: with all that could end a quotation. */
    public static final String PASSWORD = "it's \\ \"quoted\"; x=1";

    public static final String STORE_PASSWORD = "changeit";

    private static final Path CLASS_PATH = Path.of("target", "kafka-broker-class-path");
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

    private final Path home;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Process process;

    /** @param cable the port that clients of the listener behind a cable are told to use, once there is such a cable */
    private KafkaBroker(Path home, CableToBe cable) throws IOException {
        this.home = home;
        for (String listener : List.of("PLAIN", "CABLE", "LOGIN", "TLS", "CONTROLLER")) {
            ports.put(listener, freePort());
        }
        keys();
        Path file = Files.writeString(home.resolve("broker.properties"), properties(cable.to(ports.get("CABLE"))));
        run(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER,
                "-c",
                file.toString(),
                "--add-scram",
                "SCRAM-SHA-512=[name=" + SAM + ",password=\"" + SCRAMMED + "\"]");
        this.process = command("kafka.Kafka", file.toString()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady();
    }

    /** Lays a cable to a port, and tells at which port that begins. */
    public interface CableToBe {
        int to(int port);
    }

    /** A new broker. */
    public static KafkaBroker start(CableToBe cable) {
        try {
            return new KafkaBroker(
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target/kafka").toAbsolutePath()), "broker"),
                    cable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where no account is asked for. */
    public String address() {
        return "127.0.0.1:" + ports.get("PLAIN");
    }

    /** Where accounts are asked for, in clear. */
    public String addressWithAccount() {
        return "127.0.0.1:" + ports.get("LOGIN");
    }

    /** Where it is encrypted. */
    public String addressEncrypted() {
        return "127.0.0.1:" + ports.get("TLS");
    }

    /** A store of the certificate that it proves itself by. */
    public Path trustStore() {
        return home.resolve("keys.p12");
    }

    public Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", address(), "request.timeout.ms", 20_000, "default.api.timeout.ms", 20_000));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String properties(int cablePort) {
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + ports.get("CONTROLLER"),
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAIN",
                "listeners=" + listeners(ports),
                "advertised.listeners=" + listeners(advertised(cablePort)),
                "listener.security.protocol.map=PLAIN:PLAINTEXT,CABLE:PLAINTEXT,LOGIN:SASL_PLAINTEXT,TLS:SSL,CONTROLLER:PLAINTEXT",
                "log.dirs=" + home.resolve("data"),
                "num.partitions=1",
                "auto.create.topics.enable=false",
                "offsets.topic.num.partitions=1",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users=User:ANONYMOUS",
                "listener.name.login.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512",
                "listener.name.login.plain.sasl.jaas.config="
                        + escaped("org.apache.kafka.common.security.plain.PlainLoginModule required user_" + ANN + "=\""
                                + PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"") + "\";"),
                "listener.name.login.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "listener.name.tls.ssl.keystore.type=PKCS12",
                "listener.name.tls.ssl.keystore.location=" + trustStore(),
                "listener.name.tls.ssl.keystore.password=" + STORE_PASSWORD,
                "listener.name.tls.ssl.key.password=" + STORE_PASSWORD);
    }

    /** As files of properties want it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    private Map<String, Integer> advertised(int cablePort) {
        Map<String, Integer> advertised = new HashMap<>(ports);
        advertised.remove("CONTROLLER");
        advertised.put("CABLE", cablePort);
        return advertised;
    }

    private static String listeners(Map<String, Integer> ports) {
        return String.join(
                ",",
                ports.entrySet().stream()
                        .map(port -> port.getKey() + "://127.0.0.1:" + port.getValue())
                        .toList());
    }

    private void keys() throws IOException {
        run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                trustStore().toString(),
                "-storepass",
                STORE_PASSWORD));
    }

    private void run(String mainClass, String... arguments) throws IOException {
        run(command(mainClass, arguments));
    }

    private void run(ProcessBuilder command) throws IOException {
        try {
            Process once = logged(command).start();
            if (!once.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS) || once.exitValue() != 0) {
                once.destroyForcibly();
                throw new IllegalStateException(command.command().get(0) + " failed: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder command(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH),
                mainClass));
        command.addAll(List.of(arguments));
        return logged(new ProcessBuilder(command));
    }

    private ProcessBuilder logged(ProcessBuilder command) {
        return command.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log"), StandardCharsets.UTF_8);
    }

    private void awaitReady() {
        try (Admin admin = admin()) {
            Awaitility.await().atMost(BOUND).ignoreExceptions().until(() -> nodes(admin) == 1);
        }
    }

    private static int nodes(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeCluster().nodes().get().size();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
