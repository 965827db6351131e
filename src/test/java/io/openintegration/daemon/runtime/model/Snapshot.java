package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What there is to see of one connector, of the real one or of the modelled one.
 *
 * @param nextAttempt whether it will be tried again by itself
 * @param nextRefresh in what time it is due
 * @param runsNow whether its report shows a run
 * @param calls in their order, other than disconnect
 * @param disconnected its lives that were disconnected; with a thread that comes late this may be beside the next one
 */
record Snapshot(
        ConnectorStatus status,
        TargetState target,
        Optional<Cause> failure,
        Optional<TroubleModel> trouble,
        boolean nextAttempt,
        boolean stuck,
        boolean considered,
        Optional<Duration> nextRefresh,
        boolean runsNow,
        List<OpenCall> calls,
        Set<Integer> disconnected) {

    static Snapshot of(ConnectorReport report, List<OpenCall> calls, Instant now) {
        ConnectorState state = report.state();
        return new Snapshot(
                state.status(),
                report.target(),
                state.failure().map(Cause::of),
                state.trouble().map(story -> new TroubleModel(Cause.of(story.firstCause()), story.attempts())),
                state.trouble().flatMap(Trouble::nextAttempt).isPresent(),
                state.stuck().isPresent(),
                state.lastRefreshTime().isPresent(),
                report.nextRefresh().map(time -> Duration.between(now, time)),
                report.run().isPresent(),
                withoutDisconnects(calls),
                disconnected(calls));
    }

    static Snapshot of(ConnectorModel connector, World world) {
        LifeModel life = connector.life;
        boolean working = life.status == ConnectorStatus.WAITING && connector.isToWork();
        return new Snapshot(
                life.status,
                connector.target,
                life.failure,
                life.trouble,
                life.trouble.isPresent() && connector.plan.isPlanned(),
                life.stuck,
                life.considered,
                working ? life.due().map(due -> due.minus(world.now)) : Optional.empty(),
                life.status == ConnectorStatus.REFRESHING,
                withoutDisconnects(life.calls.made()),
                disconnected(life.calls.made()));
    }

    static List<OpenCall> withoutDisconnects(List<OpenCall> calls) {
        return calls.stream().filter(call -> call.call() != Call.DISCONNECT).toList();
    }

    private static Set<Integer> disconnected(List<OpenCall> calls) {
        return calls.stream()
                .filter(call -> call.call() == Call.DISCONNECT)
                .map(OpenCall::life)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
