package io.openintegration.daemon.persistence;

import static io.openintegration.daemon.persistence.LeaseBench.DAEMON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.persistence.LeaseBench.Contender;
import io.openintegration.daemon.runtime.Command;
import io.openintegration.daemon.runtime.CommandAnswer;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.DutyNotice;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.RequestId;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.Runs;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has lost the lease writes nothing any more, whatever it believes. H2, which belongs to one process, has no leases. */
class FencedWritesOnPostgresTest {

    private static final ConnectorName MONITOR = new ConnectorName("FilesMonitor");
    private static final Node NODE = new Node("one", "host");

    private PostgresDatabase own;
    private LeaseBench bench;
    private Contender one;
    private Contender other;

    @BeforeEach
    void migrate() {
        own = new PostgresDatabase();
        new DaemonDatabase(own.dataSource()).migrate();
        bench = new LeaseBench(own.dataSource());
        one = bench.node("one");
        other = bench.node("other");
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void holderWritesAndReads() {
        one.lease.claim();

        writes().forEach((name, write) -> assertThatCode(write).as(name).doesNotThrowAnyException());
        assertThat(new JdbiTargetStates(one.guarded).of(DAEMON)).containsKey(MONITOR);
    }

    @Test
    void whoNeverHadTheLeaseWritesNothing() {
        other.lease.claim();

        assertAllRefused();
    }

    @Test
    void whoLostTheLeaseWritesNothingThoughItBelievesToHaveIt() {
        one.lease.claim();
        bench.expire();
        other.lease.claim();

        assertThat(one.lease.isHeld()).as("what the node believes").isTrue();
        assertAllRefused();
    }

    @Test
    void whoHadTheLeaseBeforeAndAfterSomebodyElseWritesAgain() {
        one.lease.claim();
        bench.expire();
        other.lease.claim();
        other.lease.release();
        one.lease.claim();
        assertAllRefused();

        one.lease.claim();

        writes().forEach((name, write) -> assertThatCode(write).as(name).doesNotThrowAnyException());
    }

    @Test
    void leaseThatIsLostBetweenStatementAndCommitUndoesTheStatement() {
        one.lease.claim();
        RunReport run = Runs.begun("FilesMonitor", 0);

        assertThatThrownBy(() -> one.guarded.inTransaction("write", handle -> {
                    handle.execute(
                            "INSERT INTO \"daemon\".connector_target (daemon, connector, target) VALUES (?, ?, ?)",
                            DAEMON.value(),
                            run.connector().value(),
                            TargetState.STOPPED.name());
                    bench.expire();
                    assertThat(other.lease.claim()).isTrue();
                    return 1;
                }))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-409-001");

        assertThat(new JdbiTargetStates(other.database).of(DAEMON)).isEmpty();
    }

    @Test
    void leaseThatWasNotRenewedIsGoodForACommitAsLongAsNobodyTookOver() {
        one.lease.claim();
        bench.expire();

        writes().forEach((name, write) -> assertThatCode(write).as(name).doesNotThrowAnyException());
    }

    @Test
    void nobodyTakesOverBetweenTheLastLookAtTheLeaseAndTheCommit() throws SQLException {
        one.lease.claim();
        bench.expire();
        try (Connection connection = own.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            one.lease.guard().beforeCommit(connection);

            assertThat(other.lease.claim()).as("waits, then gives up").isFalse();
            connection.commit();
        }

        assertThat(other.lease.claim()).isTrue();
    }

    private void assertAllRefused() {
        writes().forEach((name, write) -> assertThatThrownBy(write)
                .as(name)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-409-001"));
        assertThat(new JdbiTargetStates(other.database).of(DAEMON)).isEmpty();
        assertThat(new JdbiRunHistory(other.database).lastSuccesses(DAEMON)).isEmpty();
        assertThat(new JdbiNodeBoard(other.database, other.guarded).read(DAEMON, 0))
                .isEmpty();
    }

    /** All that the node on duty writes. */
    private Map<String, ThrowingCallable> writes() {
        JdbiTargetStates targets = new JdbiTargetStates(one.guarded);
        JdbiRunHistory runs = new JdbiRunHistory(one.guarded);
        JdbiNodeBoard board = new JdbiNodeBoard(one.database, one.guarded);
        JdbiCommandDesk desk = new JdbiCommandDesk(one.database, one.guarded);
        JdbiLedgers ledgers = new JdbiLedgers(one.guarded);
        CommandAnswer answer = new CommandAnswer(Optional.empty(), List.of(), Map.of());
        Map<String, ThrowingCallable> writes = new LinkedHashMap<>();
        writes.put("keep", () -> targets.keep(DAEMON, MONITOR, TargetState.STOPPED));
        writes.put("retain targets", () -> targets.retain(DAEMON, Set.of(MONITOR)));
        writes.put("begun", () -> runs.begun(DAEMON, Runs.begun("FilesMonitor", 0)));
        writes.put("ended", () -> runs.ended(DAEMON, Runs.ended("FilesMonitor", 1, RunOutcome.SUCCEEDED)));
        writes.put("endLost", () -> runs.endLost(DAEMON, Runs.NOON));
        writes.put("publish", () -> board.publish(DAEMON, new DutyNotice(NODE, Runs.NOON), List.of()));
        writes.put("retain reports", () -> board.retain(DAEMON, Set.of()));
        writes.put("take", () -> desk.take(DAEMON, NODE));
        writes.put("answer", () -> desk.answer(DAEMON, placed(), answer));
        writes.put("close", () -> desk.close(DAEMON, id -> answer));
        writes.put("purge", () -> desk.purge(DAEMON, Duration.ZERO));
        writes.put("retain ledgers", () -> ledgers.retain(DAEMON, Set.of()));
        writes.put("forget ledger", () -> ledgers.forget(DAEMON, "FilesMonitor"));
        return writes;
    }

    /** A command of another node, which needs no lease for it. */
    private RequestId placed() {
        Command command = new Command(
                new RequestId(UUID.randomUUID()),
                Command.Kind.RESTART,
                ConnectorSelection.ALL,
                Optional.empty(),
                Optional.empty(),
                new UserId("erin"));
        new JdbiCommandDesk(other.database, other.guarded).place(DAEMON, command);
        return command.id();
    }
}
