package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.BoardReading;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.DutyNotice;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.NodeBoard;
import io.openintegration.daemon.runtime.SharedReport;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.Successes;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the board between nodes in a database promises, whichever database it is. */
abstract class JdbiNodeBoardContract {

    private static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName OTHER = new ServerName("other-daemon");
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00.123Z");
    private static final DutyNotice ONE = new DutyNotice(new Node("one", "host-1"), NOON);
    private static final DutyNotice NEXT = new DutyNotice(new Node("next", "host-2"), NOON.plusSeconds(60));

    private TestDatabase own;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        new DaemonDatabase(own.dataSource()).migrate();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void boardOnWhichNothingWasToldIsEmpty() {
        assertThat(board().read(DAEMON, 0)).isEmpty();
        board().retain(DAEMON, Set.of());
        assertThat(board().read(DAEMON, 0)).isEmpty();
    }

    @Test
    void whatIsReadIsWhatWasTold() {
        SharedReport full = full("FilesMonitor", "text");
        SharedReport plain = plain("other", 1);
        board().publish(DAEMON, ONE, List.of(full, plain));

        BoardReading found = read(0);
        assertThat(found.onDuty()).isEqualTo(ONE);
        assertThat(found.changed()).containsExactlyInAnyOrder(full, plain);
        assertThat(found.age()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void readingTakesNothingAway() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1)));

        assertThat(read(0).changed()).isEqualTo(read(0).changed()).hasSize(1);
    }

    @Test
    void whoHasReadGetsOnlyWhatChangedSince() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1), plain("b", 1)));
        long seen = read(0).publication();
        board().publish(DAEMON, ONE, List.of(plain("b", 2)));

        assertThat(read(seen).changed()).containsExactly(plain("b", 2));
        assertThat(read(0).changed()).containsExactlyInAnyOrder(plain("a", 1), plain("b", 2));
        assertThat(read(read(0).publication()).changed()).isEmpty();
    }

    @Test
    void publicationWithoutChangesTellsThatTheNodeIsThere() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1)));
        long seen = read(0).publication();

        board().publish(DAEMON, ONE, List.of());

        assertThat(read(seen).publication()).isGreaterThan(seen);
        assertThat(read(seen).changed()).isEmpty();
    }

    @Test
    void ageIsThatOfTheLastPublicationByTheClockOfTheDatabase() {
        board().publish(DAEMON, ONE, List.of());
        database()
                .call(
                        "age",
                        handle -> handle.execute("UPDATE \"daemon\".daemon_duty SET"
                                + " published_at = published_at - INTERVAL '1' HOUR"));
        assertThat(read(0).age()).isGreaterThanOrEqualTo(Duration.ofHours(1));

        board().publish(DAEMON, ONE, List.of());

        assertThat(read(0).age()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void theNodeThatTakesOverGoesOnWithTheNumbersOfTheOneBefore() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1), plain("b", 1)));
        long seen = read(0).publication();
        board().publish(DAEMON, NEXT, List.of(plain("a", 0)));

        assertThat(read(seen).publication()).isGreaterThan(seen);
        assertThat(read(seen).onDuty()).isEqualTo(NEXT);
        assertThat(read(seen).changed()).containsExactly(plain("a", 0));
    }

    @Test
    void connectorThatIsNoLongerThereIsForgotten() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1), plain("b", 1)));
        board().publish(OTHER, ONE, List.of(plain("b", 1)));

        board().retain(DAEMON, Set.of(new ConnectorName("a"), new ConnectorName("never told")));

        assertThat(read(0).changed()).containsExactly(plain("a", 1));
        assertThat(board().read(OTHER, 0).orElseThrow().changed()).hasSize(1);
    }

    @Test
    void daemonsDoNotSeeEachOther() {
        board().publish(DAEMON, ONE, List.of(plain("a", 1)));

        assertThat(board().read(OTHER, 0)).isEmpty();
        board().publish(OTHER, NEXT, List.of());
        assertThat(board().read(OTHER, 0).orElseThrow().changed()).isEmpty();
        assertThat(read(0).onDuty()).isEqualTo(ONE);
    }

    @Test
    void thousandConnectorsAreToldAtOnceAndChangedAtOnce() {
        board().publish(
                        DAEMON,
                        ONE,
                        IntStream.range(0, 500).mapToObj(n -> plain("c" + n, 1)).toList());
        List<SharedReport> all =
                IntStream.range(0, 1_000).mapToObj(n -> plain("c" + n, 2)).toList();
        board().publish(DAEMON, ONE, all);

        assertThat(read(0).changed()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \0 escape \u001B0041", "halves \uD83D and \uDE00", "\uD83D\uDE00 ' \" \\ % _ \u65E5"})
    void everyCharacterComesBack(String text) {
        ServerName daemon = new ServerName(text);
        SharedReport report = full(text, text);
        board().publish(daemon, ONE, List.of(report));
        board().publish(daemon, ONE, List.of(report));
        board().retain(daemon, Set.of(report.connector()));

        assertThat(board().read(daemon, 0).orElseThrow().changed()).containsExactly(report);
    }

    @Test
    void longestReportsOfProblemsAreTold() {
        String longest = "\u65E5".repeat(Message.LONGEST_PARAMETER);
        ReconcileReport problems = new ReconcileReport(
                0, 0, 0, 0, 0, 0, Collections.nCopies(ReconcileReport.PROBLEMS_KEPT, message(longest)), 1_000);
        SharedReport report = new SharedReport(
                new ConnectorName("a"),
                state(1, Optional.of(new LastRefresh(run(), NOON, Duration.ofSeconds(3), problems)), Optional.empty()),
                TargetState.STARTED,
                Optional.empty(),
                Optional.empty());
        board().publish(DAEMON, ONE, List.of(report));

        assertThat(read(0).changed()).containsExactly(report);
    }

    @Test
    void readersNeverMissWhatIsToldWhileTheyRead() {
        int last = 60;
        board().publish(DAEMON, ONE, List.of());
        CompletableFuture<Void> onDuty = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, last)
                .forEach(n -> board().publish(DAEMON, ONE, List.of(plain("a", n), plain("b" + n, n)))));
        List<CompletableFuture<Integer>> standbys = IntStream.range(0, 2)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> readUntil(last)))
                .toList();

        onDuty.join();
        assertThat(standbys).allSatisfy(standby -> assertThat(standby.join()).isEqualTo(last + 1));
    }

    @Test
    void databaseThatIsAwayIsSaidToBe() {
        DaemonDatabase absent = new DaemonDatabase(own.absent());
        NodeBoard away = new JdbiNodeBoard(absent, absent);

        assertThatThrownBy(() -> away.publish(DAEMON, ONE, List.of()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("publishStatus");
    }

    /** Reads as nodes that stand by do, until the last was told; returns of how many connectors it was heard. */
    private int readUntil(int last) {
        Set<ConnectorName> heard = new HashSet<>();
        long seen = 0;
        long generation = 0;
        while (generation < last) {
            BoardReading found = read(seen);
            assertThat(found.publication()).isGreaterThanOrEqualTo(seen);
            for (SharedReport report : found.changed()) {
                heard.add(report.connector());
                generation = Math.max(generation, report.state().generation());
            }
            seen = found.publication();
        }
        read(seen).changed().forEach(report -> heard.add(report.connector()));
        return heard.size();
    }

    private BoardReading read(long after) {
        return board().read(DAEMON, after).orElseThrow();
    }

    private DaemonDatabase database() {
        return new DaemonDatabase(own.dataSource());
    }

    private NodeBoard board() {
        return new JdbiNodeBoard(database(), database());
    }

    private static SharedReport plain(String connector, long generation) {
        return new SharedReport(
                new ConnectorName(connector),
                state(generation, Optional.empty(), Optional.empty()),
                TargetState.STARTED,
                Optional.empty(),
                Optional.empty());
    }

    /** With all that can be told of a connector. */
    private static SharedReport full(String connector, String text) {
        ConnectorName name = new ConnectorName(connector);
        ReconcileReport report = new ReconcileReport(1, 2, 3, 4, 5, 6, List.of(message(text), message("{0}")), 7);
        Failure failure = new Failure(message(text), FailureOrigin.THIRD_PARTY);
        return new SharedReport(
                name,
                state(
                        7,
                        Optional.of(new LastRefresh(run(), NOON.plusNanos(1), Duration.ofMillis(1), report)),
                        Optional.of(failure)),
                TargetState.PAUSED,
                Optional.of(NOON.plusSeconds(3)),
                Optional.of(RunReport.begun(run(), name, RunTrigger.REQUEST, Optional.of(new UserId(text)), NOON)
                        .withProgress(report)));
    }

    private static ConnectorState state(long generation, Optional<LastRefresh> success, Optional<Failure> failure) {
        return new ConnectorState(
                generation,
                failure.isPresent() ? ConnectorStatus.FAILED : ConnectorStatus.WAITING,
                NOON,
                success.map(LastRefresh::end),
                new Successes(
                        success,
                        success.map(last -> new LastRefresh(
                                run(), last.end().plusSeconds(1), Duration.ofMillis(2), last.report()))),
                failure,
                failure.map(cause -> new Trouble(NOON, cause, 3, Optional.of(NOON.plusSeconds(1)))),
                failure.map(cause -> new Stuck("refresh", NOON, List.of("a.b(C:1)", "half \uD83D"))));
    }

    private static RunId run() {
        return new RunId(UUID.randomUUID());
    }

    /** As it comes back. */
    private static Message message(String text) {
        return new Message(
                new KeptMessage(MessageText.error("TEST-404-001", 404, "It is " + text, "None", "Look")), List.of());
    }
}
