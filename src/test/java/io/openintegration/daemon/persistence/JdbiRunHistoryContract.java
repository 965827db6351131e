package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.RunHistoryContract;
import io.openintegration.daemon.testing.Runs;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history of refreshes in a database promises, whichever database it is. */
abstract class JdbiRunHistoryContract extends RunHistoryContract {

    private static final RunQuery ALL = new RunQuery(Optional.empty(), Optional.empty(), 1_000);

    private TestDatabase own;
    private DaemonDatabase database;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        database = new DaemonDatabase(own.dataSource());
        database.migrate();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Override
    protected RunHistory history() {
        return new JdbiRunHistory(database);
    }

    @Test
    void runsSurviveReopeningTheDatabase() {
        RunReport running = Runs.begun("a", 1);
        RunReport ended = Runs.ended("a", 0, RunOutcome.SUCCEEDED);
        history().begun(DAEMON, running);
        history().ended(DAEMON, ended);

        own.restart();

        assertThat(new JdbiRunHistory(new DaemonDatabase(own.dataSource())).list(DAEMON, ALL))
                .containsExactly(running, ended);
    }

    /** The longest parameters that messages take, in characters that take the most room. */
    @Test
    void longestReportsOfProblemsAreKept() {
        Message problem = Runs.message("\u65E5".repeat(Message.LONGEST_PARAMETER));
        RunReport run = Runs.begun("a", 0)
                .ended(
                        RunOutcome.FAILED,
                        new ReconcileReport(
                                1, 0, 0, 0, 0, 0, Collections.nCopies(ReconcileReport.PROBLEMS_KEPT, problem), 5_000),
                        Optional.of(new Failure(problem, FailureOrigin.CONNECTOR)),
                        Runs.NOON);
        history().ended(DAEMON, run);

        RunReport found = history().find(DAEMON, run.id()).orElseThrow();
        assertThat(Runs.untold(found)).isEqualTo(Runs.untold(run));
        assertThat(found.report().problems())
                .hasSize(ReconcileReport.PROBLEMS_KEPT)
                .allSatisfy(kept ->
                        assertThat(kept.text()).startsWith(problem.text().substring(0, 1_000)));
    }

    @Test
    void ofManyThatEndARunAtOnceTheFirstCounts() {
        for (int round = 0; round < 20; round++) {
            RunReport run = Runs.begun("a", round);
            history().begun(DAEMON, run);

            inParallel(
                    () -> history().ended(DAEMON, Runs.ended(run, RunOutcome.SUCCEEDED)),
                    () -> history().ended(DAEMON, Runs.ended(run, RunOutcome.FAILED)),
                    () -> history().endLost(DAEMON, Runs.NOON));
            RunReport first = history().find(DAEMON, run.id()).orElseThrow();
            history().ended(DAEMON, Runs.ended(run, RunOutcome.CANCELLED));

            assertThat(first.outcome()).isIn(RunOutcome.SUCCEEDED, RunOutcome.FAILED, RunOutcome.LOST);
            assertThat(history().find(DAEMON, run.id())).contains(first);
        }
    }

    @Test
    void runsOfManyConnectorsAtOnceAreAllKept() {
        List<RunReport> runs = IntStream.range(0, 100)
                .mapToObj(minute -> Runs.begun("connector " + minute % 7, minute))
                .toList();

        inParallel(runs.stream()
                .<Runnable>map(run -> () -> {
                    history().begun(DAEMON, run);
                    history().ended(DAEMON, Runs.ended(run, RunOutcome.SUCCEEDED));
                })
                .toArray(Runnable[]::new));

        assertThat(history().list(DAEMON, ALL))
                .hasSize(100)
                .extracting(RunReport::outcome)
                .containsOnly(RunOutcome.SUCCEEDED);
        assertThat(history().lastSuccesses(DAEMON)).hasSize(7);
    }

    @Test
    void databaseThatIsAwayIsSaidToBe() {
        RunHistory away = new JdbiRunHistory(new DaemonDatabase(own.absent()));

        assertThatThrownBy(() -> away.begun(DAEMON, Runs.begun("a", 0)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("noteBeginOfRun");
    }

    private static void inParallel(Runnable... work) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[work.length];
        for (int i = 0; i < work.length; i++) {
            all[i] = CompletableFuture.runAsync(work[i]);
        }
        CompletableFuture.allOf(all).join();
    }
}
