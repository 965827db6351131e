package io.openintegration.daemon.testing;

import static io.openintegration.daemon.testing.Runs.NOON;
import static io.openintegration.daemon.testing.Runs.begun;
import static io.openintegration.daemon.testing.Runs.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RunHistory} promises. */
public abstract class RunHistoryContract {

    protected static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName OTHER = new ServerName("other-daemon");
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));
    private static final RunQuery ALL = new RunQuery(Optional.empty(), Optional.empty(), 100);

    /** The same history, empty at first, at each call of one test. */
    protected abstract RunHistory history();

    @Test
    void emptyHistoryFindsNothing() {
        assertThat(history().list(DAEMON, ALL)).isEmpty();
        assertThat(history().lastSuccesses(DAEMON)).isEmpty();
        assertThat(history().find(DAEMON, begun("a", 0).id())).isEmpty();
        assertThat(history().endLost(DAEMON, LATER)).isZero();
        assertThat(history().purge(LATER)).isZero();
    }

    @Test
    void runThatHasBegunIsRunning() {
        RunReport run = begun("a", 0);
        history().begun(DAEMON, run);

        assertThat(history().find(DAEMON, run.id())).contains(run);
        assertThat(run.outcome()).isEqualTo(RunOutcome.RUNNING);
        assertThat(history().list(DAEMON, ALL)).containsExactly(run);
    }

    @Test
    void runThatEndedIsFoundAsItEnded() {
        RunReport run = Runs.full("text");
        history()
                .begun(
                        DAEMON,
                        RunReport.begun(run.id(), run.connector(), run.trigger(), run.requestedBy(), run.begin()));
        history().ended(DAEMON, run);

        assertThat(found(run)).isEqualTo(Runs.untold(run));
        assertThat(Runs.told(history().find(DAEMON, run.id()).orElseThrow())).isEqualTo(Runs.told(run));
    }

    @Test
    void endOfARunOfWhichTheBeginningIsNotKnownIsNoted() {
        RunReport run = ended("a", 0, RunOutcome.DEGRADED);
        history().ended(DAEMON, run);

        assertThat(history().find(DAEMON, run.id())).contains(run);
    }

    @ParameterizedTest
    @EnumSource(value = RunOutcome.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void outcomeOfARunThatEndedNeverChanges(RunOutcome first) {
        RunReport run = begun("a", 0);
        history().begun(DAEMON, run);
        history().ended(DAEMON, ended(run, first));

        for (RunOutcome late : RunOutcome.values()) {
            history().ended(DAEMON, ended(run, late));
        }
        history().endLost(DAEMON, LATER);

        assertThat(history().list(DAEMON, ALL)).containsExactly(ended(run, first));
    }

    @Test
    void runsThatHadNotEndedWithTheDaemonAreLostOnce() {
        RunReport ended = ended("a", 0, RunOutcome.SUCCEEDED);
        RunReport lost = begun("a", 1);
        RunReport alsoLost = begun("b", 2);
        history().ended(DAEMON, ended);
        history().begun(DAEMON, lost);
        history().begun(DAEMON, alsoLost);

        assertThat(history().endLost(DAEMON, LATER)).isEqualTo(2);
        assertThat(history().endLost(DAEMON, LATER.plusSeconds(1))).isZero();

        assertThat(history().list(DAEMON, ALL)).containsExactly(lost(alsoLost), lost(lost), ended);
    }

    @Test
    void runsOfAnotherDaemonGoOnWhenThoseOfOneAreLost() {
        RunReport living = begun("a", 0);
        history().begun(OTHER, living);

        assertThat(history().endLost(DAEMON, LATER)).isZero();

        assertThat(history().find(OTHER, living.id())).contains(living);
    }

    @Test
    void runThatWasLostStaysLostWhenItsEndIsToldLate() {
        RunReport run = begun("a", 0);
        history().begun(DAEMON, run);
        history().endLost(DAEMON, LATER);

        history().ended(DAEMON, ended(run, RunOutcome.SUCCEEDED));

        assertThat(history().list(DAEMON, ALL)).containsExactly(lost(run));
        assertThat(history().lastSuccesses(DAEMON)).isEmpty();
    }

    @Test
    void theRunThatBeganLastComesFirst() {
        List<RunReport> runs = IntStream.of(3, 1, 2)
                .mapToObj(minute -> ended("a", minute, RunOutcome.SUCCEEDED))
                .toList();
        runs.forEach(run -> history().ended(DAEMON, run));

        assertThat(history().list(DAEMON, ALL)).containsExactly(runs.get(0), runs.get(2), runs.get(1));
    }

    @Test
    void runsThatBeganTogetherAlwaysHaveTheSameOrder() {
        IntStream.range(0, 20).forEach(run -> history().begun(DAEMON, begun("a", 0)));

        List<RunReport> once = history().list(DAEMON, ALL);

        assertThat(once).hasSize(20);
        assertThat(history().list(DAEMON, ALL)).isEqualTo(once);
        assertThat(history().list(DAEMON, new RunQuery(Optional.empty(), Optional.empty(), 7)))
                .isEqualTo(once.subList(0, 7));
    }

    @Test
    void connectorAndOutcomeSelect() {
        RunReport failed = ended("a", 0, RunOutcome.FAILED);
        RunReport good = ended("a", 1, RunOutcome.SUCCEEDED);
        RunReport other = ended("A", 2, RunOutcome.FAILED);
        List.of(failed, good, other).forEach(run -> history().ended(DAEMON, run));

        assertThat(list(Optional.of("a"), Optional.empty())).containsExactly(good, failed);
        assertThat(list(Optional.empty(), Optional.of(RunOutcome.FAILED))).containsExactly(other, failed);
        assertThat(list(Optional.of("a"), Optional.of(RunOutcome.FAILED))).containsExactly(failed);
        assertThat(list(Optional.of("b"), Optional.empty())).isEmpty();
        assertThat(list(Optional.empty(), Optional.of(RunOutcome.LOST))).isEmpty();
    }

    @Test
    void limitCutsAfterSelecting() {
        RunReport wanted = ended("a", 0, RunOutcome.FAILED);
        history().ended(DAEMON, wanted);
        IntStream.range(1, 9).forEach(minute -> history().ended(DAEMON, ended("b", minute, RunOutcome.SUCCEEDED)));

        assertThat(history().list(DAEMON, new RunQuery(Optional.empty(), Optional.empty(), 3)))
                .extracting(RunReport::begin)
                .containsExactly(minute(8), minute(7), minute(6));
        assertThat(history().list(DAEMON, new RunQuery(Optional.of(new ConnectorName("a")), Optional.empty(), 1)))
                .containsExactly(wanted);
    }

    @Test
    void daemonsDoNotSeeEachOthersRuns() {
        RunReport own = ended("a", 0, RunOutcome.SUCCEEDED);
        history().ended(DAEMON, own);

        assertThat(history().list(OTHER, ALL)).isEmpty();
        assertThat(history().lastSuccesses(OTHER)).isEmpty();
        assertThat(history().find(OTHER, own.id())).isEmpty();
    }

    @Test
    void lastSuccessOfEachConnectorIsTheOneThatBeganLast() {
        RunReport degraded = ended("a", 2, RunOutcome.DEGRADED);
        RunReport good = ended("b", 1, RunOutcome.SUCCEEDED);
        List.of(
                        ended("a", 1, RunOutcome.SUCCEEDED),
                        degraded,
                        ended("a", 3, RunOutcome.FAILED),
                        ended("a", 4, RunOutcome.CANCELLED),
                        good,
                        ended("c", 1, RunOutcome.FAILED))
                .forEach(run -> history().ended(DAEMON, run));
        history().begun(DAEMON, begun("b", 5));

        assertThat(history().lastSuccesses(DAEMON))
                .isEqualTo(Map.of(new ConnectorName("a"), degraded, new ConnectorName("b"), good));
    }

    @Test
    void oldRunsAreForgottenThoughNeverTheLastSuccessNorWhatGoesOn() {
        RunReport lastSuccess = ended("a", 1, RunOutcome.SUCCEEDED);
        RunReport running = begun("a", 3);
        RunReport recent = ended("a", 60, RunOutcome.FAILED);
        List.of(ended("a", 0, RunOutcome.SUCCEEDED), lastSuccess, ended("a", 2, RunOutcome.FAILED), recent)
                .forEach(run -> history().ended(DAEMON, run));
        history().begun(DAEMON, running);

        assertThat(history().purge(minute(60))).isEqualTo(2);
        assertThat(history().purge(minute(60))).isZero();

        assertThat(history().list(DAEMON, ALL)).containsExactly(recent, running, lastSuccess);
        assertThat(history().lastSuccesses(DAEMON)).containsValue(lastSuccess);
    }

    @Test
    void eachDaemonKeepsALastSuccessOfItsOwn() {
        RunReport early = ended("a", 0, RunOutcome.SUCCEEDED);
        RunReport late = ended("a", 1, RunOutcome.SUCCEEDED);
        history().ended(DAEMON, early);
        history().ended(OTHER, late);

        assertThat(history().purge(LATER)).isZero();

        assertThat(history().list(DAEMON, ALL)).containsExactly(early);
        assertThat(history().list(OTHER, ALL)).containsExactly(late);
    }

    @Test
    void runThatEndedAtTheVeryTimeIsKept() {
        RunReport run = ended("a", 0, RunOutcome.FAILED);
        history().ended(DAEMON, run);

        assertThat(history().purge(run.end().orElseThrow())).isZero();
        assertThat(history().purge(run.end().orElseThrow().plusMillis(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul \0 bell \u0007 escape \u001B0041",
                "halves \uD83D and \uDE00",
                "whole \uD83D\uDE00",
                "' \" \\ {0} % _ ; --",
                "combined u\u0308, \u202Eturned\u202C, \u65E5\u672C"
            })
    void everyCharacterComesBack(String text) {
        RunReport run = Runs.full(text);
        history().ended(DAEMON, run);
        RunReport success = new RunReport(
                begun(text, 5).id(),
                run.connector(),
                run.trigger(),
                run.requestedBy(),
                run.begin(),
                run.end(),
                RunOutcome.SUCCEEDED,
                run.report(),
                Optional.empty());
        history().ended(DAEMON, success);

        assertThat(found(run)).isEqualTo(Runs.untold(run));
        assertThat(Runs.told(history().find(DAEMON, run.id()).orElseThrow())).isEqualTo(Runs.told(run));
        assertThat(list(Optional.of(text), Optional.of(RunOutcome.FAILED))).hasSize(1);
        assertThat(history().lastSuccesses(DAEMON)).containsOnlyKeys(run.connector());
    }

    private RunReport found(RunReport run) {
        return Runs.untold(history().find(DAEMON, run.id()).orElseThrow());
    }

    private List<RunReport> list(Optional<String> connector, Optional<RunOutcome> outcome) {
        return history().list(DAEMON, new RunQuery(connector.map(ConnectorName::new), outcome, 100));
    }

    private static RunReport lost(RunReport run) {
        return run.ended(RunOutcome.LOST, run.report(), Optional.empty(), LATER);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
