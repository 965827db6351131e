package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A daemon as operators see it from the node that stands by: what they see, and what becomes of what they ask for. */
class StandbyDaemonTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final ConnectorSelection A = ConnectorSelection.of(new ConnectorName("A"));

    private final Gate gate = new Gate();
    private final Queue<ScriptedConnector> lives = new ConcurrentLinkedQueue<>();
    private NodePair nodes = pair(LONG);
    private volatile ScriptedConnector.Step refresh = nothing -> {};

    @AfterEach
    void close() {
        gate.open();
        nodes.close();
    }

    @Test
    void connectorsOfWhichNothingWasToldAreStoppedAsOfTheBeginning() {
        nodes.second.watch();
        nodes.second.exchange();

        assertThat(nodes.second.operated().status().get(0).connectors())
                .extracting(report -> report.slot().name().value())
                .containsExactly("A", "B");
        assertThat(nodes.report(nodes.second, "A").state().status()).isEqualTo(ConnectorStatus.STOPPED);
        assertThat(nodes.second.report().role()).isEqualTo(DutyReport.Role.STANDBY);
        assertThat(nodes.second.report().onDuty()).isEmpty();
        assertThat(nodes.second.report().age()).isEmpty();
    }

    @Test
    void eventsAreNoMatterOfADaemonWithoutLineageConnectors() {
        started();

        assertThat(nodes.second.operated().receiveLineage(List.of("{}"))).isZero();
    }

    @Test
    void statusIsWhatTheNodeOnDutyToldLastAndSaysHowOldThatIs() {
        started();

        assertThat(nodes.report(nodes.second, "A").state())
                .isEqualTo(nodes.report(nodes.first, "A").state());
        assertThat(nodes.second.report().onDuty().orElseThrow().node().id()).isEqualTo("first");
        nodes.clock.advance(Duration.ofSeconds(7));
        assertThat(nodes.second.report().age()).contains(Duration.ofSeconds(7));
        nodes.exchange();
        assertThat(nodes.second.report().age()).contains(Duration.ZERO);
    }

    @Test
    void runThatGoesOnIsSeenAndSoIsItsEnd() {
        refresh = nothing -> gate.await();
        nodes.start();
        DaemonBench.until(() -> nodes.report(nodes.first, "A").run().isPresent());
        nodes.exchange();

        RunReport run = nodes.report(nodes.second, "A").run().orElseThrow();
        assertThat(nodes.second.operated().run(run.id()).orElseThrow().outcome())
                .isEqualTo(RunOutcome.RUNNING);
        gate.open();
        awaitWaiting();

        assertThat(nodes.second.operated().run(run.id()).orElseThrow().outcome())
                .isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(nodes.second.operated().runs(new RunQuery(Optional.empty(), Optional.empty(), 10)))
                .hasSize(2);
    }

    @Test
    void refreshIsCarriedOutByTheNodeOnDutyAndNamesItsRunWhileItGoesOn() throws Exception {
        started();
        refresh = nothing -> gate.await();

        RequestReceipt receipt =
                nodes.whileNodesExchange(() -> nodes.second.operated().refresh(A, DaemonBench.OPERATOR));

        Errand part = receipt.parts().get(new ConnectorName("A"));
        DaemonBench.until(() -> {
            nodes.exchange();
            return part.run().isPresent();
        });
        RunId run = part.run().orElseThrow();
        assertThat(part.isDone()).isFalse();
        assertThat(nodes.report(nodes.first, "A").run().orElseThrow().id()).isEqualTo(run);
        assertThat(nodes.report(nodes.first, "A").run().orElseThrow().requestedBy())
                .contains(DaemonBench.OPERATOR);
        assertThat(nodes.first.operated().request(receipt.id()))
                .as("on the other node")
                .isPresent();
        gate.open();
        DaemonBench.until(() -> {
            nodes.exchange();
            return receipt.done().isDone();
        });
        assertThat(part.run()).contains(run);
        assertThat(nodes.second
                        .operated()
                        .request(receipt.id())
                        .orElseThrow()
                        .parts()
                        .get(new ConnectorName("A"))
                        .run())
                .as("asked again")
                .contains(run);
    }

    @Test
    void restartBeginsANewLifeOnTheNodeOnDuty() throws Exception {
        started();

        nodes.whileNodesExchange(() -> nodes.second.operated().restart(A, DaemonBench.OPERATOR));

        DaemonBench.until(() -> lives.size() == 3);
        assertThat(nodes.report(nodes.first, "A").state().generation()).isEqualTo(2);
    }

    @Test
    void runIsCancelledThroughTheOtherNode() throws Exception {
        refresh = nothing -> gate.await();
        nodes.start();
        DaemonBench.until(() -> nodes.report(nodes.first, "A").run().isPresent());
        RunId run = nodes.report(nodes.first, "A").run().orElseThrow().id();

        nodes.whileNodesExchange(() -> {
            nodes.second.operated().cancel(run, DaemonBench.OPERATOR);
            return run;
        });

        DaemonBench.until(
                () -> nodes.runs.find(ConnectorEntry.DAEMON, run).orElseThrow().outcome() == RunOutcome.CANCELLED);
    }

    @Test
    void targetThatWasAskedForOnAnyNodeCountsAfterTheTakeOver() throws Exception {
        started();
        nodes.whileNodesExchange(() -> nodes.second.operated().setTarget(A, TargetState.STOPPED, DaemonBench.OPERATOR));

        nodes.handOver();
        nodes.first.watch();
        nodes.second.watch();

        assertThat(nodes.report(nodes.second, "A").target()).isEqualTo(TargetState.STOPPED);
        DaemonBench.until(() -> nodes.report(nodes.second, "A").state().status() == ConnectorStatus.STOPPED);
        assertThat(nodes.report(nodes.second, "B").target()).isEqualTo(TargetState.STARTED);
    }

    @Test
    void whatTheNodeOnDutyRefusesIsRefusedInTheSameWords() {
        started();
        ConnectorSelection nobody = ConnectorSelection.of(new ConnectorName("Nobody"));

        assertThatThrownBy(() ->
                        nodes.whileNodesExchange(() -> nodes.second.operated().refresh(nobody, DaemonBench.OPERATOR)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-400-031 ")
                .hasMessageContaining("Nobody");
    }

    @Test
    void whereNobodyIsOnDutyTheRequestIsTakenBack() {
        nodes = pair(SHORT);
        nodes.second.watch();

        assertThatThrownBy(() -> nodes.second.operated().restart(A, DaemonBench.OPERATOR))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-503-001 ");

        assertThat(nodes.desk.take(ConnectorEntry.DAEMON, new Node("any", "any")))
                .isEmpty();
    }

    @Test
    void whereTheNodeOnDutyDoesNotAnswerTheOperatorHearsThatItMayBeCarriedOut() {
        nodes = pair(Duration.ofSeconds(1));
        nodes.second.watch();

        assertThatThrownBy(() -> nodes.whileTakenWithoutAnswer(
                        () -> nodes.second.operated().restart(A, DaemonBench.OPERATOR)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-503-002 ");
    }

    @Test
    void commandThatNobodyExpectsAnyMoreIsNotCarriedOut() {
        started();
        Command old = Command.restart(A, DaemonBench.OPERATOR);
        nodes.desk.place(ConnectorEntry.DAEMON, old);
        nodes.clock.advance(Duration.ofSeconds(61));

        nodes.exchange();

        assertThat(answer(old).refusal().orElseThrow().id()).isEqualTo("INTEGRATION-DAEMON-SERVICES-503-003");
        assertThat(nodes.report(nodes.first, "A").state().generation()).isEqualTo(1);
    }

    @Test
    void commandIsCarriedOutOnceHoweverOftenItIsHandedOut() {
        started();
        refresh = nothing -> gate.await();
        Command restart = Command.restart(A, DaemonBench.OPERATOR);
        nodes.desk.place(ConnectorEntry.DAEMON, restart);

        for (int times = 0; times < 5; times++) {
            nodes.exchange();
        }

        assertThat(answer(restart).isOpen()).isTrue();
        assertThat(nodes.report(nodes.first, "A").state().generation()).isEqualTo(2);
    }

    @Test
    void commandThatTheFirstNodeHadTakenIsAnsweredAndNotCarriedOutByTheNextOne() {
        started();
        Command restart = Command.restart(A, DaemonBench.OPERATOR);
        nodes.desk.place(ConnectorEntry.DAEMON, restart);
        nodes.desk.take(ConnectorEntry.DAEMON, new Node("first", "first.example.org"));

        nodes.handOver();
        nodes.exchange();
        nodes.first.watch();
        nodes.second.watch();
        nodes.exchange();

        assertThat(answer(restart).refusal().orElseThrow().id()).isEqualTo("INTEGRATION-DAEMON-SERVICES-503-004");
        assertThat(nodes.report(nodes.second, "A").state().generation()).isEqualTo(1);
    }

    @Test
    void whatTheFirstNodeHadInHandEndsWithItsDuty() {
        started();
        refresh = nothing -> gate.await();
        Command again = Command.refresh(A, DaemonBench.OPERATOR);
        nodes.desk.place(ConnectorEntry.DAEMON, again);
        nodes.exchange();
        assertThat(answer(again).isOpen()).isTrue();

        nodes.handOver();
        nodes.first.watch();
        nodes.second.watch();
        nodes.exchange();

        assertThat(answer(again).isOpen()).isFalse();
    }

    @Test
    void statusStaysAsItWasLastKnownWhileTheBoardIsAwayAndThatIsToldOnce() {
        started();
        ConnectorState known = nodes.report(nodes.second, "A").state();
        nodes.board.failWith(RuntimeMessage.NOT_A_PATH.with("the test"));

        nodes.second.exchange();
        nodes.second.exchange();

        assertThat(nodes.report(nodes.second, "A").state()).isEqualTo(known);
        assertThat(nodes.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0093")).hasSize(1);
        nodes.board.recover();
        nodes.second.exchange();
        nodes.second.exchange();
        assertThat(nodes.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0094")).hasSize(1);
    }

    @Test
    void boardThatWasBroughtBackFromABackupIsReadFromItsBeginning() {
        started();
        nodes.exchange();
        nodes.board.restoreFromBackup();
        nodes.handOver();
        nodes.first.watch();
        nodes.second.watch();
        DaemonBench.until(() -> nodes.report(nodes.second, "A").state().status() == ConnectorStatus.WAITING);

        nodes.second.exchange();
        nodes.first.exchange();

        assertThat(nodes.first.report().onDuty().orElseThrow().node().id()).isEqualTo("second");
        assertThat(nodes.report(nodes.first, "A").state())
                .isEqualTo(nodes.report(nodes.second, "A").state());
    }

    private void started() {
        nodes.start();
        awaitWaiting();
    }

    private void awaitWaiting() {
        DaemonBench.until(() -> List.of("A", "B").stream().allMatch(this::isWaiting));
        nodes.exchange();
    }

    private boolean isWaiting(String connector) {
        ConnectorState state = nodes.report(nodes.first, connector).state();
        return state.status() == ConnectorStatus.WAITING && state.lastSuccess().isPresent();
    }

    private CommandAnswer answer(Command command) {
        return nodes.desk
                .find(ConnectorEntry.DAEMON, List.of(command.id()))
                .get(command.id())
                .answer()
                .orElseThrow();
    }

    private NodePair pair(Duration patience) {
        return new NodePair(patience, List.of(ConnectorEntry.of("A"), ConnectorEntry.of("B")), () -> {
            ScriptedConnector life = new ScriptedConnector().on(Method.REFRESH, sink -> refresh.run(sink));
            lives.add(life);
            return life;
        });
    }
}
