package io.openintegration.daemon.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold whatever happens, checked where the threads are at rest. */
final class Laws {

    private static final int ALL = 1_000_000;

    private final RealDaemon real;
    private final DaemonModel model;
    private final Map<RunId, RunReport> ended = new HashMap<>();
    private final Map<Kind, Before> before = new EnumMap<>(Kind.class);

    /** How a connector was before the step. */
    private record Before(boolean mayNotBeCalled, TargetState target, List<OpenCall> calls) {}

    Laws(RealDaemon real, DaemonModel model) {
        this.real = real;
        this.model = model;
    }

    void holdAfter(Step step) {
        for (Kind kind : Kind.values()) {
            oneOperationAtATime(kind);
            disconnectedOnce(kind);
            failedIsNotCalled(kind, step);
            targetIsObeyed(kind, step);
            runsAreTrue(kind);
            requestsComplete(kind);
        }
        revokedWritesNothing();
        for (Kind kind : Kind.values()) {
            asModelled(kind);
            remember(kind);
        }
    }

    /** After the daemon's end, and that of all hanging calls. */
    void holdInTheEnd() {
        for (Kind kind : Kind.values()) {
            List<OpenCall> calls = real.stage.calls(kind.name());
            calls.stream().filter(call -> call.call() == Call.INITIALIZE).forEach(call -> assertThat(
                            count(calls, call.life(), Call.DISCONNECT))
                    .as("law: every initialised instance is disconnected: %s", calls)
                    .isEqualTo(1));
            assertThat(runs(kind)).as("law: no run is left running").allMatch(run -> run.outcome()
                    .hasEnded());
        }
        revokedWritesNothing();
        assertThat(real.receipts).as("law: every request completes").allMatch(receipt -> receipt.done()
                .isDone());
    }

    private void oneOperationAtATime(Kind kind) {
        LifeModel life = model.connector(kind).life;
        assertThat(real.stage.open(kind.name()))
                .as("law: one operation at a time, beside what was left behind %s", life.calls.leftBehind())
                .hasSizeLessThanOrEqualTo(life.calls.leftBehind().size() + 1);
    }

    private void disconnectedOnce(Kind kind) {
        List<OpenCall> calls = real.stage.calls(kind.name());
        calls.stream().filter(call -> call.call() == Call.DISCONNECT).forEach(call -> {
            assertThat(count(calls, call.life(), Call.DISCONNECT))
                    .as("law: disconnected once: %s", calls)
                    .isEqualTo(1);
            assertThat(count(calls, call.life(), Call.INITIALIZE))
                    .as("law: only what was initialised is disconnected: %s", calls)
                    .isEqualTo(1);
        });
    }

    private void failedIsNotCalled(Kind kind, Step step) {
        if (!step.isAsked()
                && Optional.ofNullable(before.get(kind))
                        .filter(Before::mayNotBeCalled)
                        .isPresent()) {
            assertThat(real.stage.calls(kind.name()))
                    .as("law: a failed connector is not called until it is restarted")
                    .isEqualTo(before.get(kind).calls());
        }
    }

    private void targetIsObeyed(Kind kind, Step step) {
        Before then = before.get(kind);
        if (then != null && !step.isAsked() && then.target() != TargetState.STARTED) {
            assertThat(count(real.stage.calls(kind.name()), Call.REFRESH))
                    .as("law: a connector that is %s is not refreshed", then.target())
                    .isEqualTo(count(then.calls(), Call.REFRESH));
        }
    }

    private void runsAreTrue(Kind kind) {
        List<RunReport> runs = runs(kind);
        runs.stream().filter(run -> run.outcome().hasEnded()).forEach(run -> assertThat(run)
                .as("law: a run that has ended does not change")
                .isEqualTo(ended.computeIfAbsent(run.id(), first -> run)));
        LifeModel life = model.connector(kind).life;
        boolean refreshes =
                life.present.filter(call -> call.call() == Call.REFRESH).isPresent();
        assertThat(runs.stream().filter(run -> run.outcome() == RunOutcome.RUNNING))
                .as("law: what is said to run goes on")
                .hasSize(refreshes ? 1 : 0);
        assertThat(runs.stream().map(RunReport::outcome).filter(RunOutcome::hasEnded))
                .as("outcomes of runs")
                .containsExactlyInAnyOrderElementsOf(life.endedRuns);
    }

    private void requestsComplete(Kind kind) {
        if (model.connector(kind).life.isIdle()) {
            assertThat(real.receipts)
                    .as("law: a request completes when its work has ended (%s)", kind)
                    .allMatch(receipt -> isDone(receipt, kind));
        }
    }

    private void revokedWritesNothing() {
        assertThat(real.stage.hangs().stream().filter(Hang::wrote).map(Hang::call))
                .as("law: what was left behind writes nothing")
                .noneMatch(model::wasLeftBehind);
    }

    private void asModelled(Kind kind) {
        Snapshot predicted = Snapshot.of(model.connector(kind), model.world);
        if (model.onDuty) {
            assertThat(Snapshot.of(real.report(kind), real.stage.calls(kind.name()), real.clock.instant()))
                    .as("%s is as modelled", kind)
                    .isEqualTo(predicted);
        } else {
            assertThat(real.onDuty()).isEmpty();
            assertThat(Snapshot.withoutDisconnects(real.stage.calls(kind.name())))
                    .as("calls of %s", kind)
                    .isEqualTo(predicted.calls());
        }
    }

    private void remember(Kind kind) {
        ConnectorModel connector = model.connector(kind);
        before.put(
                kind,
                new Before(
                        model.onDuty && !kind.automatic && connector.life.status.isFailure(),
                        connector.target,
                        real.stage.calls(kind.name())));
    }

    private List<RunReport> runs(Kind kind) {
        return real.runs.list(
                new ServerName("daemon"),
                new RunQuery(Optional.of(new ConnectorName(kind.name())), Optional.empty(), ALL));
    }

    private static boolean isDone(RequestReceipt receipt, Kind kind) {
        return Optional.ofNullable(receipt.parts().get(new ConnectorName(kind.name())))
                .filter(part -> !part.isDone())
                .isEmpty();
    }

    private static long count(List<OpenCall> calls, int life, Call call) {
        return calls.stream()
                .filter(made -> made.life() == life && made.call() == call)
                .count();
    }

    private static long count(List<OpenCall> calls, Call call) {
        return calls.stream().filter(made -> made.call() == call).count();
    }
}
