package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseConnectionTestTest {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private PostgresFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new PostgresFixture();
        fixture.execute("CREATE SCHEMA sales", "CREATE TABLE sales.t (id int)");
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private List<ConnectionTestStep> steps(Connection connection) {
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(connection);
        monitor.initialize(context);
        List<ConnectionTestStep> steps = new ArrayList<>();
        monitor.connectionTest().orElseThrow().run(steps::add);
        monitor.disconnect();
        assertThat(context.threadsEnd()).isTrue();
        return steps;
    }

    private static Map<Kind, List<Outcome>> outcomes(List<ConnectionTestStep> steps) {
        return steps.stream()
                .collect(Collectors.groupingBy(
                        ConnectionTestStep::kind,
                        Collectors.mapping(ConnectionTestStep::outcome, Collectors.toList())));
    }

    @Test
    void allStepsAreTakenInTheirOrder() {
        List<ConnectionTestStep> steps = steps(fixture.connection(Map.of()));

        assertThat(steps).extracting(ConnectionTestStep::kind).isSorted();
        assertThat(outcomes(steps))
                .containsEntry(Kind.CONFIGURATION, List.of(Outcome.PASSED))
                .containsEntry(Kind.RESOLVE, List.of(Outcome.PASSED))
                .containsEntry(Kind.CONNECT, List.of(Outcome.PASSED))
                .containsEntry(Kind.TLS, List.of(Outcome.WARNING))
                .containsEntry(Kind.LOG_IN, List.of(Outcome.PASSED))
                .containsEntry(Kind.RIGHT, List.of(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED))
                .containsEntry(Kind.SAMPLE_READ, List.of(Outcome.PASSED));
    }

    @Test
    void missingRightIsNamed() {
        fixture.execute("REVOKE ALL ON SCHEMA sales FROM CURRENT_USER");

        assertThat(steps(fixture.connection(Map.of())))
                .filteredOn(step -> step.subject().equals("schema sales"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.outcome()).isEqualTo(Outcome.WARNING);
                    assertThat(step.message().orElseThrow().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0101");
                });
    }

    @Test
    void whoseServerIsAwayFailsToConnectAndTheRestIsSkipped() throws IOException {
        fixture.proxy().refuse();

        Map<Kind, List<Outcome>> outcomes = outcomes(steps(fixture.connection(Map.of())));

        assertThat(outcomes)
                .containsEntry(Kind.RESOLVE, List.of(Outcome.PASSED))
                .containsEntry(Kind.CONNECT, List.of(Outcome.FAILED));
        assertThat(List.of(Kind.TLS, Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ))
                .allSatisfy(kind -> assertThat(outcomes.get(kind)).containsExactly(Outcome.SKIPPED));
    }

    @Test
    void refusedNetworkFailsTheFirstStepBeforeAnythingIsConnectedTo() {
        context.permitting(address -> false);

        List<ConnectionTestStep> steps = steps(fixture.connection(Map.of()));

        assertThat(outcomes(steps))
                .containsEntry(Kind.RESOLVE, List.of(Outcome.FAILED))
                .containsEntry(Kind.CONNECT, List.of(Outcome.SKIPPED));
        assertThat(fixture.proxy().asked()).isEmpty();
    }

    @Test
    void missingDatabaseFailsToLogIn() {
        List<ConnectionTestStep> steps = steps(fixture.connection("no_such_database", Map.of()));

        assertThat(steps)
                .filteredOn(step -> step.kind() == Kind.LOG_IN)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(step.message().orElseThrow().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-404-001");
                });
        assertThat(outcomes(steps)).containsEntry(Kind.SAMPLE_READ, List.of(Outcome.SKIPPED));
    }

    @Test
    void everyDatabaseOfAServerIsAStep() {
        List<ConnectionTestStep> steps = steps(fixture.connection("", Map.of("includeDatabases", fixture.name())));

        assertThat(steps)
                .extracting(ConnectionTestStep::subject)
                .contains("database " + fixture.name(), "schema sales");
        assertThat(outcomes(steps)).containsEntry(Kind.SAMPLE_READ, List.of(Outcome.PASSED));
    }
}
