package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryLineageInboxes;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.InMemoryRunHistory;
import io.openintegration.daemon.testing.InMemoryTargetStates;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.SwitchableLease;
import io.openintegration.daemon.testing.SwitchableMetadataServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node runs a daemon as long as it has the lease, and no longer. */
class DaemonDutyTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String STOPPING = "INTEGRATION-DAEMON-SERVICES-0020";

    private final SettableClock clock = new SettableClock();
    private final Timing timing = new Timing(clock, clock, () -> 0, Duration.ofMillis(200), Duration.ofMinutes(1));
    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final AtomicInteger beginnings = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final SwitchableLease lease = new SwitchableLease();
    private final InMemoryRunHistory runs = new InMemoryRunHistory();
    private final Chronicle chronicle = runs.chronicle();
    private final WorkerPool workers = new WorkerPool(Thread::new, ParallelLimits.of(2), clock);
    private final DaemonDuty duty = new DaemonDuty(
            new ServerConfiguration(
                    new ServerName("daemon"),
                    ServerType.INTEGRATION_DAEMON,
                    "",
                    new UserId("user"),
                    1000,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of()),
            new NodeEnvironment(
                    new Node("node-1", "here"),
                    lease,
                    NodeBoard.SOLE,
                    CommandDesk.SOLE,
                    chronicle,
                    (selection, by) -> ApplyReport.NOTHING,
                    timing,
                    Duration.ofMillis(100)),
            this::daemon,
            auditLog,
            Duration.ofSeconds(5));

    @AfterEach
    void close() {
        lease.mend();
        duty.stop();
        workers.close();
    }

    @Test
    void nodeWithTheLeaseIsOnDuty() {
        duty.watch();

        assertThat(duty.onDuty()).isPresent();
        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.ACTIVE);
        assertThat(duty.operated()).isSameAs(duty.onDuty().orElseThrow());
    }

    @Test
    void nodeWithoutTheLeaseStandsByAndSaysSoOnce() {
        lease.lose();

        duty.watch();
        duty.watch();

        assertThat(duty.onDuty()).isEmpty();
        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.STANDBY);
        assertThat(auditLog.entries("INTEGRATION-DAEMON-SERVICES-0091")).hasSize(1);
    }

    @Test
    void nodeThatLosesTheLeaseStopsItsDaemonAndTheNextDutyIsAnotherOne() {
        duty.watch();
        IntegrationDaemon first = duty.onDuty().orElseThrow();

        lease.lose();
        duty.watch();
        assertThat(duty.onDuty()).isEmpty();
        assertThat(auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0092", "INTEGRATION-DAEMON-SERVICES-0026");
        lease.offer();
        duty.watch();

        assertThat(duty.onDuty().orElseThrow()).isNotSameAs(first);
    }

    @Test
    void nodeWhoseLeaseIsOverStopsItsDaemonWhileItsClaimWaitsForTheDatabase() throws InterruptedException {
        duty.watch();
        IntegrationDaemon first = duty.onDuty().orElseThrow();
        Thread claiming = watchCutOff();

        lease.lose();
        duty.tick();

        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.STANDBY);
        assertThat(duty.operated()).isNotSameAs(first);
        assertThat(auditLog.ids()).contains(STOPPING);

        lease.offer();
        assertThat(duty.report().role()).as("a claim that comes late").isEqualTo(DutyReport.Role.STANDBY);
        lease.mend();
        claiming.join(BOUND.toMillis());
        assertThat(duty.onDuty()).isEmpty();
        assertThat(auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0092");
        duty.watch();
        assertThat(duty.onDuty().orElseThrow()).isNotSameAs(first);
        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.ACTIVE);
    }

    @Test
    void nodeThatCannotBeginLeavesTheLeaseToOthersAndTriesLessAndLessOften() {
        broken.set(true);
        for (int second = 0; second < 60; second++) {
            duty.keepWatch();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(beginnings).as("after 0, 2, 6, 14, 30 seconds").hasValue(5);
        assertThat(lease.isReleased()).isTrue();

        broken.set(false);
        clock.advance(Duration.ofSeconds(3));
        duty.keepWatch();

        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.ACTIVE);
    }

    @Test
    void errorEndsNoTimer() {
        duty.keepWatch();

        lease.failOnce(new StackOverflowError("tick"));
        duty.tick();
        lease.failOnce(new StackOverflowError("watch"));
        duty.keepWatch();

        assertThat(auditLog.entries("INTEGRATION-DAEMON-SERVICES-0045"))
                .extracting(entry -> entry.message().parameters().get(2))
                .containsExactly("tick", "watch");
        assertThat(duty.report().role()).isEqualTo(DutyReport.Role.ACTIVE);
    }

    @Test
    void stopDoesNotWaitForAClaim() throws InterruptedException {
        duty.watch();
        Thread claiming = watchCutOff();

        Thread stopping = new Thread(duty::stop, "stop");
        stopping.start();
        stopping.join(BOUND.toMillis());

        assertThat(stopping.isAlive()).isFalse();
        assertThat(duty.onDuty()).isEmpty();
        assertThat(lease.isReleased()).as("while it is claimed").isFalse();
        lease.mend();
        claiming.join(BOUND.toMillis());
        assertThat(lease.isReleased()).isTrue();
        assertThat(duty.onDuty()).isEmpty();
    }

    @Test
    void nodeThatWasStoppedNeverGoesOnDutyAgain() {
        duty.watch();
        duty.stop();

        duty.watch();

        assertThat(duty.onDuty()).isEmpty();
    }

    /** Lets a claim wait for the database. */
    private Thread watchCutOff() {
        lease.cutOff();
        Thread claiming = new Thread(duty::watch, "claiming");
        claiming.setDaemon(true);
        claiming.start();
        DaemonBench.until(() -> claiming.getState() == Thread.State.TIMED_WAITING);
        return claiming;
    }

    private IntegrationDaemon daemon(ServerConfiguration configuration) {
        beginnings.incrementAndGet();
        if (broken.get()) {
            throw new IllegalStateException("it cannot begin");
        }
        return new IntegrationDaemon(
                configuration,
                new DaemonEnvironment(
                        new ConnectorProviders(List.of()),
                        new SwitchableMetadataServers(new InMemoryMetadataStore(clock), true),
                        new InMemoryLedgers(),
                        ThirdPartyAccess.to(new FileAccess(Path.of("."), List.of(), "here")),
                        workers,
                        auditLog,
                        timing,
                        new DaemonState(new InMemoryTargetStates(), chronicle, new InMemoryLineageInboxes()),
                        lease,
                        LineageDoor.CLOSED));
    }
}
