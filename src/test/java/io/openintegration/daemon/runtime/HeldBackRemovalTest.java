package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.RemovalLimits;
import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.configuration.RemovalPolicy.DeleteMethod;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the refresh that holds removals back to the operator who releases them. */
class HeldBackRemovalTest {

    private static final ConnectorEntry A = ConnectorEntry.of("A");
    private static final ConnectorSelection SELECTED = ConnectorSelection.of(new ConnectorName("A"));

    private final ChangingDaemon daemon = new ChangingDaemon();
    private volatile int files = 20;

    @AfterEach
    void close() throws InterruptedException {
        daemon.close();
    }

    @Test
    void heldBackRemovalsDegradeTheConnectorAndAreLogged() throws Exception {
        DaemonBench bench = startAndLose(A, 5);

        RunReport run = bench.runs("A").get(0);
        assertThat(run.outcome()).isEqualTo(RunOutcome.DEGRADED);
        assertThat(run.report().heldBack()).isEqualTo(15);
        assertThat(run.report().removed()).isZero();
        assertThat(bench.state("A").isDegraded()).isTrue();
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-RECONCILE-0021");
        assertThat(bench.store.elements()).hasSize(21).noneMatch(element -> element.isArchived());
    }

    @Test
    void operatorReleasesThem() throws Exception {
        DaemonBench bench = startAndLose(A, 5);

        RequestReceipt receipt = bench.daemon().release(SELECTED, DaemonBench.OPERATOR);

        assertThat(receipt.await(Duration.ofSeconds(20))).isTrue();
        assertThat(receipt.kind()).isEqualTo(RequestReceipt.Kind.RELEASE);
        RunReport run = bench.runs("A").get(0);
        assertThat(run.report().removed()).isEqualTo(15);
        assertThat(run.report().heldBack()).isZero();
        assertThat(run.requestedBy()).contains(DaemonBench.OPERATOR);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0111"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().text()).contains("operator", "A"));
    }

    @Test
    void ordinaryRequestReleasesNothing() throws Exception {
        DaemonBench bench = startAndLose(A, 5);

        bench.daemon().refresh(SELECTED, DaemonBench.OPERATOR).await(Duration.ofSeconds(20));

        assertThat(bench.runs("A").get(0).report().heldBack()).isEqualTo(15);
    }

    @Test
    void otherLimitsActWithoutARestart() throws Exception {
        DaemonBench bench = startAndLose(A, 5);

        ApplyReport report = daemon.apply(
                A.removing(new RemovalPolicy(true, DeleteMethod.ARCHIVE, new RemovalLimits(100, 10, Duration.ZERO))));
        bench.daemon().refresh(SELECTED, DaemonBench.OPERATOR).await(Duration.ofSeconds(20));

        assertThat(report.restarted()).isEmpty();
        assertThat(bench.runs("A").get(0).report().removed()).isEqualTo(15);
    }

    @Test
    void deleteMethodDecidesWhatIsLeftOfAnElement() throws Exception {
        DaemonBench bench =
                startAndLose(A.removing(new RemovalPolicy(true, DeleteMethod.PURGE, RemovalLimits.STANDARD)), 19);

        assertThat(bench.store.elements()).hasSize(20);
    }

    @Test
    void whereCatalogDeleteIsNotAllowedTheConnectorWorksAndHoldsBack() throws Exception {
        DaemonBench bench =
                startAndLose(A.removing(new RemovalPolicy(false, DeleteMethod.ARCHIVE, RemovalLimits.STANDARD)), 19);

        RunReport run = bench.runs("A").get(0);
        assertThat(run.outcome()).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(run.report().heldBack()).isEqualTo(1);
    }

    /** After the refresh that missed all but the first files. */
    private DaemonBench startAndLose(ConnectorEntry entry, int left) throws Exception {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.REFRESH, this::describe));
        DaemonBench bench = daemon.start(entry);
        bench.awaitRefreshes("A", 1);
        files = left;
        bench.clock.advance(Duration.ofSeconds(1));
        bench.daemon().refresh(SELECTED, DaemonBench.OPERATOR).await(Duration.ofSeconds(20));
        bench.clock.advance(Duration.ofSeconds(1));
        return bench;
    }

    private void describe(Refresh refresh) {
        try (DescriptionScope folder = refresh.open(new ItemKey("folder"), description("FileFolder", "folder"))) {
            for (int file = 0; file < files; file++) {
                String name = "file" + file;
                folder.add(new ItemKey(name), "1", () -> description("DataFile", name));
            }
            folder.complete();
        }
    }

    private static ItemDescription description(String type, String name) {
        return new ItemDescription(
                new TypeName(type),
                new QualifiedName("test::" + name),
                ElementProperties.NONE,
                Map.of(),
                ItemLink.from("NestedFile"),
                List.of());
    }
}
