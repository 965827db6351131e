package io.openintegration.daemon.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.it.DaemonWar;
import io.openintegration.daemon.rest.Operation;
import io.openintegration.daemon.rest.ResourceCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds of every operation, whatever it is: who may do it, how it answers bad input, that it is documented. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryOperationIT {

    private static final String APPLICATION = "every-operation";
    private static final Path DATA = Path.of("target/test-data");
    private static final Path LOG = Path.of(System.getProperty("test.log"));
    private static final ApplicationServer SERVER = ApplicationServer.ofTheBuild();
    private static final List<Operation> OPERATIONS = ResourceCatalogue.operations();

    @ArquillianResource
    private Deployer deployer;

    private final Connection connection = new Connection(URI.create(System.getProperty("test.url")));
    private final World world = new World(
            connection,
            Stream.of("server-config", "configuration-history", "users.json", "revoked-tokens.json", "api-keys.json")
                    .map(DATA::resolve)
                    .toList());

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
        Users.make(DATA);
        deployer.deploy(APPLICATION);

        assertThat(new RoleWalk(connection).complaints(OPERATIONS)).isEmpty();
    }

    @Test
    @Order(2)
    void badInputIsAnsweredClearlyAndChangesNothing() throws IOException {
        connectorsRun();
        Instant start = Instant.now();
        long logged = Files.size(LOG);
        BadInputWalk walk = new BadInputWalk(connection, world, SERVER);

        assertThat(String.join("\n", walk.complaints(OPERATIONS)))
                .as("of %s requests", walk.requests())
                .isEmpty();
        allIsFiled();
        assertThat(world.exceptionsSince(start)).isEmpty();
        assertThat(SERVER.withoutOwnRecords(logSince(logged))).doesNotContain("Exception", "\tat ");
    }

    @Test
    @Order(3)
    void theOpenApiDocumentIsServedToEverybodyAndTellsTheTruth() {
        OpenApiWalk walk = new OpenApiWalk(connection);

        JsonNode document = walk.document();

        assertThat(OpenApiWalk.operations(document))
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(Operation::toString).toList());
        assertThat(walk.complaints(document, OPERATIONS)).isEmpty();
    }

    @Test
    @Order(9)
    void theApplicationIsTakenAway() {
        deployer.undeploy(APPLICATION);
        connection.close();
    }

    /** The world of the operator's guide, mended: what a restart or refresh would do could be seen. */
    private void connectorsRun() throws IOException {
        for (String directory : List.of(
                "landing-area/hospitals/oak-dene/clinical-trials/drop-foot",
                "landing-area/hospitals/old-market/clinical-trials/drop-foot",
                "data-lake/research/clinical-trials/drop-foot/weekly-measurements")) {
            Files.createDirectories(DATA.resolve("files/data").resolve(directory));
        }
        start(Requests.STORE);
        start(Requests.DAEMON);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> world.connectors().stream()
                                .filter(connector -> connector.matches(".*RUNNING.*20\\d\\d-.*20\\d\\d-.*"))
                                .count()
                        == 3);
        String[] last = {""};
        // the directories are new: connectors that watch refresh once more, a debounce later
        Awaitility.await("nothing changes any more")
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    String before = last[0];
                    last[0] = world.toString();
                    return last[0].equals(before);
                });
    }

    private void start(String server) {
        String target = "/open-metadata/admin-services/users/" + Requests.USER + "/servers/" + server + "/instance";
        Answer answer = connection.send(Wire.of("POST", target).as("admin", Requests.PASSWORD));
        assertThat(answer.isRefusal()).as(answer.toString()).isFalse();
    }

    /** Records are filed in order: when this one is, all before it are. */
    private void allIsFiled() {
        connection.send(Wire.of("GET", "/").as("walk-end", "wrong"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> world.isAudited("walk-end"));
    }

    private static String logSince(long position) throws IOException {
        byte[] log = Files.readAllBytes(LOG);
        return new String(log, (int) position, log.length - (int) position, StandardCharsets.UTF_8);
    }
}
