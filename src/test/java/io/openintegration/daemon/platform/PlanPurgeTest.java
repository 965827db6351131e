package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import io.openintegration.daemon.testing.InMemoryPlans;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanPurgeTest {

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final Duration RETENTION = Duration.ofDays(30);

    private final InMemoryPlans plans = new InMemoryPlans(new InMemoryChangeLists());
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T18:00:00Z"));

    @Test
    void oldPlansAreRemovedAndToldOf() {
        PlanId old = plan(Duration.ofDays(31));
        PlanId kept = plan(Duration.ofDays(29));

        new PlanPurge(() -> plans, () -> RETENTION, log, clock).run();

        assertThat(plans.find(DAEMON, old)).isEmpty();
        assertThat(plans.find(DAEMON, kept)).isPresent();
        assertThat(plans.changesForgottenBefore()).contains(Instant.parse("2025-10-23T18:00:00Z"));
        assertThat(log.entries("PLATFORM-UPKEEP-0003")).singleElement().satisfies(entry -> assertThat(
                        entry.message().parameters())
                .containsExactly("1", "2025-10-23T18:00:00Z"));
    }

    @Test
    void failureIsReportedAndKeepsTheTimerGoing() {
        PlanPurge purge = new PlanPurge(
                () -> {
                    throw new IllegalStateException("no database");
                },
                () -> RETENTION,
                log,
                clock);

        purge.run();

        assertThat(log.ids()).containsExactly("PLATFORM-UPKEEP-0004");
    }

    private PlanId plan(Duration age) {
        Plan plan = Plan.requested(
                        new PlanId(UUID.randomUUID()),
                        new ConnectorName("Monitor"),
                        PlanOrigin.REQUEST,
                        RefreshMode.REQUESTED,
                        "",
                        Optional.empty(),
                        clock.instant().minus(age))
                .in(PlanState.READY);
        plans.keep(DAEMON, plan);
        return plan.id();
    }
}
