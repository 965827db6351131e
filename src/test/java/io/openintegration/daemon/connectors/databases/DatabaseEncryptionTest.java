package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What proves who a server is, and what is said where it does not. */
class DatabaseEncryptionTest {

    @TempDir
    static Path home;

    private static TlsPostgres server;

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private SSLContext usual;

    @BeforeAll
    static void start() throws Exception {
        server = new TlsPostgres(home);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void keep() throws Exception {
        usual = SSLContext.getDefault();
        SSLContext.setDefault(server.trusting("ca"));
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(usual);
    }

    private DatabaseIntegratorConnector monitor(String place) {
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(
                DatabaseFixture.connection("jdbc:postgresql://" + place, "postgres", "hush-hush", Map.of()));
        monitor.initialize(context);
        return monitor;
    }

    private static List<ConnectionTestStep> steps(DatabaseIntegratorConnector monitor) {
        List<ConnectionTestStep> steps = new ArrayList<>();
        monitor.connectionTest().orElseThrow().run(steps::add);
        return steps;
    }

    private static ConnectionTestStep step(List<ConnectionTestStep> steps, Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void serverThatProvesWhoItIsIsReadAndTheConnectionIsEncrypted() {
        DatabaseIntegratorConnector monitor = monitor("localhost:" + server.port() + "/postgres?sslmode=verify-full");

        monitor.start();

        List<ConnectionTestStep> steps = steps(monitor);
        assertThat(step(steps, Kind.TLS).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(step(steps, Kind.LOG_IN).outcome()).isEqualTo(Outcome.PASSED);
    }

    private void isToldAs(String place, String why) {
        DatabaseIntegratorConnector monitor = monitor(place);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, monitor::start);

        assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-502-002");
        assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
        assertThat(failure.getMessage()).contains(why).hasLineCount(1).doesNotContain("hush-hush");
        List<ConnectionTestStep> steps = steps(monitor);
        assertThat(step(steps, Kind.TLS).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(step(steps, Kind.TLS).message().orElseThrow()).isEqualTo(failure.reason());
        assertThat(step(steps, Kind.LOG_IN).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(steps).extracting(ConnectionTestStep::kind).isSorted();
    }

    @Test
    void certificateByAnotherAuthorityIsNotTrusted() throws Exception {
        SSLContext.setDefault(server.trusting("other"));

        isToldAs("localhost:" + server.port() + "/postgres?sslmode=verify-full", "is not trusted");
    }

    @Test
    void certificateForAnotherHostProvesNothing() {
        isToldAs("127.0.0.1:" + server.port() + "/postgres?sslmode=verify-full", "is for another host");
    }

    @Test
    void serverThatDoesNotEncryptIsNotLoggedInTo() throws IOException {
        try (PostgresFixture plain = new PostgresFixture()) {
            isToldAs("localhost:" + plain.proxy().port() + "/postgres?sslmode=verify-full", "offers none");
        }
    }
}
