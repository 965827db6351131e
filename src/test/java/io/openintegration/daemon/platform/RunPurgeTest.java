package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.InMemoryRunHistory;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunPurgeTest {

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final Duration RETENTION = Duration.ofDays(30);

    private final InMemoryRunHistory history = new InMemoryRunHistory();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T18:00:00Z"));

    @Test
    void whatEndedBeforeTheRetentionIsRemovedAndToldOf() {
        RunId old = failedRun(Duration.ofDays(31));
        RunId kept = failedRun(Duration.ofDays(29));

        new RunPurge(() -> history, () -> RETENTION, log, clock).run();

        assertThat(history.find(DAEMON, old)).isEmpty();
        assertThat(history.find(DAEMON, kept)).isPresent();
        assertThat(log.entries("PLATFORM-UPKEEP-0001")).singleElement().satisfies(entry -> assertThat(
                        entry.message().parameters())
                .containsExactly("1", "2025-10-23T18:00:00Z"));
    }

    @Test
    void whereThereIsNothingToRemoveNothingIsSaid() {
        new RunPurge(() -> history, () -> RETENTION, log, clock).run();

        assertThat(log.ids()).isEmpty();
    }

    @Test
    void failureIsReportedAndKeepsTheTimerGoing() {
        RunPurge purge = new RunPurge(
                () -> {
                    throw new IllegalStateException("no database");
                },
                () -> RETENTION,
                log,
                clock);

        purge.run();

        assertThat(log.ids()).containsExactly("PLATFORM-UPKEEP-0002");
    }

    private RunId failedRun(Duration ago) {
        Instant end = clock.instant().minus(ago);
        RunReport run = RunReport.begun(
                new RunId(UUID.randomUUID()),
                new ConnectorName("Monitor"),
                RunTrigger.SCHEDULE,
                Optional.empty(),
                end.minusSeconds(1));
        history.ended(DAEMON, run.ended(RunOutcome.FAILED, ReconcileReport.NOTHING, Optional.empty(), end));
        return run.id();
    }
}
