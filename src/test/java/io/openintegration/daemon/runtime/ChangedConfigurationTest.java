package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A daemon goes over to a changed configuration, and only what changed is touched. */
class ChangedConfigurationTest {

    private static final ConnectorEntry A = ConnectorEntry.of("A");
    private static final ConnectorEntry B = ConnectorEntry.of("B");
    private static final ConnectorEntry C = ConnectorEntry.of("C");

    private final ChangingDaemon daemon = new ChangingDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void refreshOfAnUnchangedConnectorGoesOn() throws Exception {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.await()));
        DaemonBench bench = daemon.start(A, B);
        ConnectorState before = bench.await("A", ConnectorStatus.REFRESHING);
        bench.awaitRefreshes("B", 1);

        ApplyReport report = daemon.apply(A, B.at("second"));
        ChangingDaemon.await(report);

        assertThat(report.unchanged()).containsExactly(name("A"));
        assertThat(report.restarted()).containsExactly(name("B"));
        assertThat(bench.state("A")).isEqualTo(before);
        daemon.gate.open();
        bench.awaitRefreshes("A", 1);
        assertThat(daemon.lives("A@first")).singleElement().satisfies(life -> assertThat(life.calls())
                .containsExactly(Method.INITIALIZE, Method.START, Method.REFRESH));
    }

    @Test
    void sameConfigurationChangesNothing() {
        DaemonBench bench = daemon.start(A, B);
        bench.awaitRefreshes("A", 1);
        bench.awaitRefreshes("B", 1);
        List<ServiceReport> before = bench.daemon().status();

        ApplyReport report = daemon.apply(A, B);

        assertThat(report.unchanged()).containsExactly(name("A"), name("B"));
        assertThat(report.isChange()).isFalse();
        assertThat(report.done()).isCompleted();
        assertThat(bench.daemon().status()).isEqualTo(before);
    }

    @Test
    void changedConnectorBeginsOneNewLifeWithItsNewConfiguration() throws Exception {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);

        ChangingDaemon.await(daemon.apply(A.at("second")));

        bench.awaitRefreshes("A", 2);
        assertThat(daemon.lives("A@first")).singleElement().satisfies(life -> assertThat(life.count(Method.DISCONNECT))
                .isEqualTo(1));
        assertThat(daemon.lives("A@second")).singleElement().satisfies(life -> assertThat(life.calls())
                .containsExactly(Method.INITIALIZE, Method.START, Method.REFRESH));
    }

    @Test
    void failureThatTheChangeWasMeantToClearIsNotShownAnyMore() {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.START, refresh -> {
            throw new IllegalStateException("wrong endpoint");
        }));
        daemon.script("A@second", () -> new ScriptedConnector().on(Method.START, refresh -> daemon.gate.await()));
        DaemonBench bench = daemon.start(A);
        bench.await("A", ConnectorStatus.FAILED);

        daemon.apply(A.at("second"));

        assertThat(bench.state("A").status()).isEqualTo(ConnectorStatus.INITIALIZED);
        assertThat(bench.state("A").failure()).isEmpty();
    }

    @Test
    void correctedSectionLetsTheConnectorBegin() throws Exception {
        DaemonBench bench = daemon.start(A.broken());
        bench.await("A", ConnectorStatus.CONFIG_FAILED);

        ChangingDaemon.await(daemon.apply(A));

        bench.awaitRefreshes("A", 1);
    }

    @Test
    void failedConnectorThatIsUnchangedStaysAsItIs() throws Exception {
        DaemonBench bench = daemon.start(A.broken(), B);
        ConnectorState before = bench.await("A", ConnectorStatus.CONFIG_FAILED);

        ChangingDaemon.await(daemon.apply(A.broken(), B.at("second")));

        assertThat(bench.state("A")).isEqualTo(before);
    }

    @Test
    void hangingConnectorIsReplacedAndHarmless() throws Exception {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.REFRESH, refresh -> {
            daemon.gate.awaitStubbornly();
            throw new IllegalStateException("too late");
        }));
        DaemonBench bench = daemon.start(A);
        ScriptedConnector hanging = daemon.awaitCall("A@first", Method.REFRESH);

        ChangingDaemon.await(daemon.apply(A.at("second")));
        bench.awaitRefreshes("A", 1);
        ConnectorState before = bench.state("A");
        daemon.gate.open();
        DaemonBench.until(hanging::isIdle);

        assertThat(bench.state("A")).isEqualTo(before);
        assertThat(hanging.count(Method.DISCONNECT)).isEqualTo(1);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0031")).isEmpty();
    }

    @Test
    void hangingConnectorsDoNotHoldUpTheChangeOfOthers() throws Exception {
        daemon.parallel(2).grace(Duration.ofSeconds(20)).script("A@first", () -> new ScriptedConnector()
                .on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly()));
        DaemonBench bench = daemon.start(A);
        daemon.awaitCall("A@first", Method.REFRESH);

        ApplyReport report = daemon.apply(A.at("second"), B);

        bench.awaitRefreshes("B", 1);
        assertThat(report.done()).isNotDone();
    }

    @Test
    void newConnectorStarts() throws Exception {
        DaemonBench bench = daemon.start(A);

        ApplyReport report = daemon.apply(B, A);

        assertThat(report.started()).containsExactly(name("B"));
        assertThat(daemon.names()).containsExactly("B", "A");
        bench.awaitRefreshes("B", 1);
    }

    @Test
    void renamedConnectorIsAnotherOne() throws Exception {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);

        ApplyReport report = daemon.apply(B);
        ChangingDaemon.await(report);

        assertThat(report.started()).containsExactly(name("B"));
        assertThat(report.stopped()).containsExactly(name("A"));
        assertThat(bench.state("B").generation()).isEqualTo(1);
    }

    @Test
    void otherRefreshIntervalActsWithoutARestart() {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);
        long generation = bench.state("A").generation();

        ApplyReport report = daemon.apply(A.every(Duration.ofMinutes(1)));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.daemon().tick();

        bench.awaitRefreshes("A", 2);
        assertThat(report.rescheduled()).containsExactly(name("A"));
        assertThat(bench.state("A").generation()).isEqualTo(generation);
        assertThat(daemon.lives("A@first")).hasSize(1);
        assertThat(bench.daemon().status().get(0).connectors())
                .extracting(connector -> connector.slot().configuration().refreshInterval())
                .containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void otherMetadataServerBeginsANewLife() throws Exception {
        DaemonBench bench = daemon.start(A, B);
        bench.awaitRefreshes("A", 1);

        ApplyReport report = daemon.apply(A.with("other"), B);
        ChangingDaemon.await(report);

        assertThat(report.restarted()).containsExactly(name("A"));
        assertThat(report.unchanged()).containsExactly(name("B"));
        assertThat(bench.auditLog.entries("OIF-CONNECTOR-0001"))
                .extracting(entry -> entry.message().parameters().get(0))
                .containsExactly("store", "other");
    }

    @Test
    void connectorMovesToAnotherService() throws Exception {
        DaemonBench bench = daemon.start(A, B);
        bench.awaitRefreshes("A", 1);

        ChangingDaemon.await(daemon.apply(A.in(IntegrationService.DATABASE), B));

        assertThat(bench.daemon().status())
                .extracting(ServiceReport::service)
                .containsExactly(IntegrationService.DATABASE, IntegrationService.FILES);
        assertThat(bench.state("A").status()).isEqualTo(ConnectorStatus.CONFIG_FAILED);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0024"))
                .as("it is disconnected from the service that it was in")
                .extracting(entry -> entry.message().parameters())
                .containsExactly(List.of("A", IntegrationService.FILES.fullName()));
        RequestReceipt restarted =
                bench.daemon().restart(ConnectorSelection.of(IntegrationService.DATABASE), DaemonBench.OPERATOR);
        assertThat(restarted.await(Duration.ofSeconds(10))).isTrue();
        assertThat(bench.state("A").generation()).isEqualTo(3);
    }

    @Test
    void whatIsNoLongerConfiguredCannotBeAskedFor() {
        DaemonBench bench = daemon.start(A.in(IntegrationService.DATABASE), B);

        daemon.apply(B);

        assertThatThrownBy(() -> bench.daemon().restart(ConnectorSelection.of(name("A")), DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-031");
        assertThatThrownBy(() -> bench.daemon()
                        .refresh(ConnectorSelection.of(IntegrationService.DATABASE), DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-030");
    }

    @Test
    void daemonThatWasToldToStopDoesNotChangeAnyMore() throws Exception {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);
        bench.daemon().beginStop();

        ApplyReport report = daemon.apply(A.at("second"), B);

        assertThat(report).isEqualTo(ApplyReport.NOTHING);
        bench.daemon().stop(Duration.ofSeconds(10));
        assertThat(daemon.names()).containsExactly("A");
        assertThat(daemon.lives("A@second")).isEmpty();
    }

    @Test
    void oneConnectorOfADocumentIsAppliedAndNoOther() throws Exception {
        DaemonBench bench = daemon.start(A, B);
        bench.awaitRefreshes("A", 1);
        bench.awaitRefreshes("B", 1);
        ConnectorState before = bench.state("B");

        ApplyReport report = bench.daemon()
                .apply(ConnectorEntry.document(List.of(A, B))
                        .withConnectorOf(
                                ConnectorEntry.document(List.of(A.at("second"), B.at("second"), C)), name("A")));
        ChangingDaemon.await(report);

        assertThat(report.restarted()).containsExactly(name("A"));
        assertThat(report.unchanged()).containsExactly(name("B"));
        assertThat(daemon.lives("A@second")).hasSize(1);
        assertThat(bench.state("B")).isEqualTo(before);
        assertThat(daemon.names()).containsExactly("A", "B");
    }

    private static ConnectorName name(String name) {
        return new ConnectorName(name);
    }
}
