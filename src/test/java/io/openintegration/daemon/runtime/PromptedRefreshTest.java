package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.INTERVAL;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connector that hears of changes asks for refreshes itself. */
class PromptedRefreshTest {

    private static final ConnectorSelection ONE = ConnectorSelection.of(new ConnectorName(NAME));

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final List<Boolean> ofChanges = new CopyOnWriteArrayList<>();
    private final ScriptedConnector connector =
            new ScriptedConnector().on(Method.REFRESH, refresh -> ofChanges.add(refresh.isOfChanges()));

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void burstOfChangesLeadsToOneRefreshWhenItIsOver() {
        DaemonBench bench = started();

        for (int i = 0; i < 5; i++) {
            connector.context().requestRefresh();
            bench.pass(RefreshPrompt.QUIET.minusSeconds(1));
        }
        assertThat(ofChanges).as("while changes go on").containsExactly(false);
        bench.pass(Duration.ofSeconds(1));
        bench.awaitRefreshes(NAME, 2);

        assertThat(ofChanges).containsExactly(false, true);
        assertThat(bench.runs(NAME)).first().satisfies(run -> assertThat(run.trigger())
                .isEqualTo(RunTrigger.CHANGE));
        bench.pass(RefreshPrompt.LONGEST);
        DaemonBench.awaitNoOperation();
        assertThat(ofChanges).as("nothing has changed since").hasSize(2);
    }

    @Test
    void changesThatNeverEndAreFollowedAllTheSame() {
        DaemonBench bench = started();

        for (Duration passed = Duration.ZERO;
                passed.compareTo(RefreshPrompt.LONGEST) < 0;
                passed = passed.plusSeconds(1)) {
            assertThat(ofChanges).containsExactly(false);
            connector.context().requestRefresh();
            bench.pass(Duration.ofSeconds(1));
        }

        bench.awaitRefreshes(NAME, 2);
        assertThat(ofChanges).containsExactly(false, true);
    }

    @Test
    void completeRefreshComesAtItsTimeHoweverMuchChanges() {
        DaemonBench bench = started();

        connector.context().requestRefresh();
        bench.pass(RefreshPrompt.QUIET);
        bench.awaitRefreshes(NAME, 2);
        bench.leap(INTERVAL.minus(RefreshPrompt.QUIET));
        bench.awaitRefreshes(NAME, 3);

        assertThat(ofChanges).containsExactly(false, true, false);
    }

    @Test
    void refreshThatIsDueAnywayBringsTheChangesAlong() {
        DaemonBench bench = started();

        connector.context().requestRefresh();
        bench.leap(INTERVAL);
        bench.awaitRefreshes(NAME, 2);
        bench.pass(RefreshPrompt.LONGEST);
        DaemonBench.awaitNoOperation();

        assertThat(ofChanges).containsExactly(false, false);
    }

    @Test
    void pausedConnectorIsNotRefreshedByChanges() {
        DaemonBench bench = started();
        bench.daemon().setTarget(ONE, TargetState.PAUSED, DaemonBench.OPERATOR);

        connector.context().requestRefresh();
        bench.pass(RefreshPrompt.LONGEST);
        DaemonBench.awaitNoOperation();

        assertThat(ofChanges).containsExactly(false);
    }

    @Test
    void formerLifeCannotAskForARefreshOfTheNext() throws InterruptedException {
        ScriptedConnector next = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector, next);
        bench.awaitRefreshes(NAME, 1);
        daemon.restart();

        connector.context().requestRefresh();
        bench.pass(RefreshPrompt.LONGEST);
        DaemonBench.awaitNoOperation();

        assertThat(next.count(Method.REFRESH)).isEqualTo(1);
    }

    @Test
    void degradedStaysVisibleAfterARefreshOfChangesElsewhere() {
        Message reason = RuntimeMessage.REFRESH_OVER.with("unreadable", NAME);
        connector.on(Method.REFRESH, refresh -> {
            if (!refresh.isOfChanges()) {
                describeUnreadable(refresh, reason);
            }
        });
        DaemonBench bench = started();
        assertThat(bench.state(NAME).isDegraded()).isTrue();

        connector.context().requestRefresh();
        bench.pass(RefreshPrompt.QUIET);
        DaemonBench.until(
                () -> bench.runs(NAME).size() == 2 && bench.state(NAME).status() == ConnectorStatus.WAITING);

        assertThat(bench.state(NAME).isDegraded()).isTrue();
    }

    @Test
    void refreshOfChangesIsASuccessAndItsProblemsLastUntilTheNextWithoutAny() {
        Message reason = RuntimeMessage.REFRESH_OVER.with("unreadable", NAME);
        AtomicBoolean unreadable = new AtomicBoolean(true);
        connector.on(Method.REFRESH, refresh -> {
            if (refresh.isOfChanges() && unreadable.get()) {
                describeUnreadable(refresh, reason);
            }
        });
        DaemonBench bench = daemon.interval(Duration.ZERO).start(connector);
        bench.awaitRefreshes(NAME, 1);
        bench.await(NAME, ConnectorStatus.WAITING);

        refreshChanges(bench, 2);
        assertThat(bench.state(NAME).isDegraded()).isTrue();
        assertThat(bench.state(NAME).successes().end()).contains(bench.clock.instant());

        unreadable.set(false);
        refreshChanges(bench, 3);
        assertThat(bench.state(NAME).isDegraded()).isFalse();
        assertThat(bench.state(NAME).successes().end()).contains(bench.clock.instant());
    }

    private void refreshChanges(DaemonBench bench, int runs) {
        connector.context().requestRefresh();
        bench.pass(RefreshPrompt.QUIET);
        DaemonBench.until(
                () -> bench.runs(NAME).size() == runs && bench.state(NAME).status() == ConnectorStatus.WAITING);
    }

    private static void describeUnreadable(Refresh refresh, Message reason) {
        try (DescriptionScope scope = refresh.open(new ItemKey("/top"), Descriptions.folder("/top"))) {
            scope.unreadable(new ItemKey("/top/file"), reason);
            scope.complete();
        }
    }

    private DaemonBench started() {
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);
        bench.await(NAME, ConnectorStatus.WAITING);
        return bench;
    }
}
