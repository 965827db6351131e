package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.InMemoryCommandDesk;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators ask on another node is carried out once, or not at all, and answered in either case. */
class CommandClerkTest {

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final Node NODE = new Node("on duty", "host");

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final ScriptedConnector connector = new ScriptedConnector();
    private final DaemonBench bench = daemon.start(connector);
    private final InMemoryCommandDesk desk = new InMemoryCommandDesk(bench.clock);

    @BeforeEach
    void awaitFirstRefresh() {
        bench.awaitRefreshes(NAME, 1);
    }

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void commandIsCarriedOutOnceHoweverOftenItIsHandedOut() {
        CommandClerk clerk = clerk();
        bench.clock.advance(Duration.ofSeconds(1));
        Command refresh = placed();

        clerk.take();
        clerk.take();
        clerk.take();
        bench.awaitRefreshes(NAME, 2);
        clerk.answer();
        clerk.take();

        assertThat(connector.count(Method.REFRESH)).isEqualTo(2);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0096")).hasSize(1);
        assertThat(answerTo(refresh).orElseThrow().isOpen()).isFalse();
        assertThat(answerTo(refresh)
                        .orElseThrow()
                        .parts()
                        .get(new ConnectorName(NAME))
                        .run())
                .contains(bench.runs(NAME).get(0).id());
    }

    @Test
    void commandThatANodeTookThatIsGoneIsAnsweredAndNotCarriedOut() {
        Command refresh = placed();
        desk.take(DAEMON, new Node("gone", "host"));

        CommandClerk clerk = clerk();
        clerk.take();
        clerk.answer();

        assertThat(refusalOf(refresh)).isEqualTo("INTEGRATION-DAEMON-SERVICES-503-004");
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0096")).isEmpty();
    }

    @Test
    void commandOfAnEarlierDutyOfTheSameNodeIsNotCarriedOutEither() {
        Command refresh = placed();
        desk.take(DAEMON, NODE);

        clerk().take();

        assertThat(refusalOf(refresh)).isEqualTo("INTEGRATION-DAEMON-SERVICES-503-004");
    }

    @Test
    void commandThatWaitedTooLongIsAnsweredAndNotCarriedOut() {
        Command refresh = placed();
        bench.clock.advance(Duration.ofSeconds(61));

        CommandClerk clerk = clerk();
        clerk.take();
        clerk.answer();

        assertThat(refusalOf(refresh)).isEqualTo("INTEGRATION-DAEMON-SERVICES-503-003");
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0096")).isEmpty();
    }

    @Test
    void nodeWithoutLeaseBeginsNothing() {
        CommandClerk clerk = clerk();
        placed();
        bench.lease.lose();

        clerk.take();

        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0096")).isEmpty();
    }

    private CommandClerk clerk() {
        NodeEnvironment nodes = new NodeEnvironment(
                NODE,
                bench.lease,
                NodeBoard.SOLE,
                desk,
                bench.runs.chronicle(),
                (selection, by) -> ApplyReport.NOTHING,
                new Timing(bench.clock, bench.clock, () -> 0, Duration.ZERO, Duration.ofMinutes(1)),
                Duration.ZERO);
        return new CommandClerk(bench.daemon(), nodes, bench.auditLog);
    }

    private Command placed() {
        Command refresh = Command.refresh(ConnectorSelection.of(new ConnectorName(NAME)), DaemonBench.OPERATOR);
        desk.place(DAEMON, refresh);
        return refresh;
    }

    private Optional<CommandAnswer> answerTo(Command command) {
        return desk.find(DAEMON, List.of(command.id())).get(command.id()).answer();
    }

    private String refusalOf(Command command) {
        return answerTo(command).orElseThrow().refusal().orElseThrow().id();
    }
}
