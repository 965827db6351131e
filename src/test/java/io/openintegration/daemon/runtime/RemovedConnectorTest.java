package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connector that is taken out of the configuration leaves for good, and leaves nothing behind. */
class RemovedConnectorTest {

    private static final ConnectorEntry A = ConnectorEntry.of("A");
    private static final ConnectorEntry B = ConnectorEntry.of("B");

    private final ChangingDaemon daemon = new ChangingDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void itVanishesFromStatusAtOnceAndIsDisconnectedOnce() throws Exception {
        daemon.script(
                "A@first", () -> new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly()));
        DaemonBench bench = daemon.start(A, B);
        ScriptedConnector removed = daemon.awaitCall("A@first", Method.REFRESH);

        ApplyReport report = daemon.apply(B);

        assertThat(daemon.names()).containsExactly("B");
        ChangingDaemon.await(report);
        assertThat(removed.count(Method.DISCONNECT)).isEqualTo(1);
        daemon.gate.open();
        DaemonBench.until(removed::isIdle);
        bench.daemon().stop(Duration.ofSeconds(10));
        assertThat(removed.calls()).containsExactly(Method.INITIALIZE, Method.START, Method.REFRESH, Method.DISCONNECT);
    }

    @Test
    void itCannotWriteAnyMore() throws Exception {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.REFRESH, refresh -> {
            daemon.gate.awaitStubbornly();
            refresh.open(new ItemKey("late"), description("late"));
        }));
        DaemonBench bench = daemon.start(A);
        ScriptedConnector removed = daemon.awaitCall("A@first", Method.REFRESH);

        ChangingDaemon.await(daemon.apply());
        daemon.gate.open();
        DaemonBench.until(removed::isIdle);

        assertThat(bench.store.elements()).isEmpty();
        assertThat(ledger(bench).topScopes()).isEmpty();
    }

    @Test
    void itsLedgerIsForgottenOnlyWhenItsLastCallIsOver() throws Exception {
        daemon.grace(Duration.ofSeconds(20)).script("A@first", () -> new ScriptedConnector()
                .on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly()));
        DaemonBench bench = daemon.start(A);
        daemon.awaitCall("A@first", Method.REFRESH);
        ledger(bench).save(List.of(entry()), List.of());

        ApplyReport report = daemon.apply();
        assertThat(ledger(bench).topScopes()).hasSize(1);
        daemon.gate.open();
        ChangingDaemon.await(report);

        assertThat(ledger(bench).topScopes()).isEmpty();
    }

    @Test
    void itComesBackWithItsLedgerWhereItHasNotLeftYetAndNeverRunsBesideItself() throws Exception {
        daemon.grace(Duration.ofSeconds(20)).script("A@first", () -> new ScriptedConnector()
                .on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly()));
        DaemonBench bench = daemon.start(A);
        daemon.awaitCall("A@first", Method.REFRESH);
        ledger(bench).save(List.of(entry()), List.of());

        ApplyReport removal = daemon.apply();
        ApplyReport comeback = daemon.apply(A.at("second"));

        assertThat(comeback.started()).extracting("value").containsExactly("A");
        assertThat(daemon.lives("A@second")).as("while the first one hangs").isEmpty();
        daemon.gate.open();
        ChangingDaemon.await(comeback);
        assertThat(removal.done()).isCompleted();
        bench.awaitRefreshes("A", 1);
        assertThat(ledger(bench).topScopes()).hasSize(1);
        assertThat(daemon.lives("A@first")).singleElement().satisfies(life -> assertThat(life.count(Method.DISCONNECT))
                .isEqualTo(1));
    }

    @Test
    void itComesBackAsANewOneWhereItHasLeft() throws Exception {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);
        ChangingDaemon.await(daemon.apply());

        ChangingDaemon.await(daemon.apply(A));

        bench.awaitRefreshes("A", 2);
        assertThat(bench.state("A").generation()).isEqualTo(1);
        assertThat(daemon.lives("A@first")).hasSize(2);
    }

    @Test
    void stopOfTheDaemonWaitsForItToo() throws Exception {
        daemon.grace(Duration.ofSeconds(20)).script("A@first", () -> new ScriptedConnector()
                .on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly()));
        DaemonBench bench = daemon.start(A, B);
        daemon.awaitCall("A@first", Method.REFRESH);
        daemon.apply(B);

        bench.daemon().stop(Duration.ofMillis(100));

        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0073"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().text()).contains("[A]"));
    }

    @Test
    void aLedgerThatCannotBeForgottenIsReported() throws Exception {
        DaemonBench bench = daemon.start(A);
        bench.awaitRefreshes("A", 1);
        bench.ledgers.failToForget();

        ChangingDaemon.await(daemon.apply());

        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0075");
        assertThat(daemon.names()).isEmpty();
    }

    private static Ledger ledger(DaemonBench bench) {
        return bench.ledgers.ledger(ConnectorEntry.DAEMON, "A", new ServerName("store"));
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(
                new ItemKey("/data"),
                Optional.empty(),
                true,
                new TypeName("FileFolder"),
                new Guid("guid"),
                new QualifiedName("test::/data"),
                Set.of(),
                "stamp",
                "fingerprint",
                1,
                List.of(),
                LedgerHistory.UNKNOWN);
    }

    private static ItemDescription description(String name) {
        return new ItemDescription(
                new TypeName("FileFolder"),
                new QualifiedName("test::" + name),
                ElementProperties.NONE,
                Map.of(),
                ItemLink.from("FolderHierarchy"),
                List.of());
    }
}
