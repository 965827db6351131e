package io.openintegration.daemon.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRecovered;
import io.openintegration.daemon.platform.RunEnded;
import io.openintegration.daemon.runtime.Backlog;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.testing.Runs;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is counted: refreshes by outcome, how long they took, recoveries, what waits. */
class RefreshFiguresTest {

    private static final ServerName DAEMON = new ServerName("daemon");

    private final Meters meters = new Meters();
    private final RefreshFigures figures = new RefreshFigures(meters.registry());

    @Test
    void refreshesAreCountedByConnectorAndOutcome() {
        figures.ended(new RunEnded(DAEMON, Runs.ended("a", 0, RunOutcome.SUCCEEDED)));
        figures.ended(new RunEnded(DAEMON, Runs.ended("a", 1, RunOutcome.SUCCEEDED)));
        for (RunOutcome outcome : RunOutcome.values()) {
            figures.ended(new RunEnded(DAEMON, Runs.ended("b", 0, outcome)));
        }

        assertThat(meters.value(MeterName.REFRESHES, "daemon=daemon", "connector=a", "outcome=succeeded"))
                .contains(2.0);
        for (RunOutcome outcome : RunOutcome.values()) {
            String tag = "outcome=" + outcome.name().toLowerCase(Locale.ROOT);
            assertThat(meters.value(MeterName.REFRESHES, "daemon=daemon", "connector=b", tag))
                    .contains(1.0);
        }
    }

    @Test
    void durationsAreAddedUpForEachDaemonAndOnlyOfWhatEnded() {
        figures.ended(new RunEnded(DAEMON, Runs.ended("a", 0, RunOutcome.SUCCEEDED)));
        figures.ended(new RunEnded(DAEMON, Runs.ended("b", 0, RunOutcome.FAILED)));
        figures.ended(new RunEnded(DAEMON, Runs.begun("c", 0)));

        assertThat(meters.value(MeterName.REFRESH_TIME, "daemon=daemon")).contains(120_000.0);
        assertThat(meters.shown(MeterName.REFRESH_TIME)).isEqualTo(1);
    }

    @Test
    void recoveriesAreCountedForEachDaemon() {
        figures.recovered(new ConnectorRecovered(DAEMON));
        figures.recovered(new ConnectorRecovered(DAEMON));
        figures.recovered(new ConnectorRecovered(new ServerName("other")));

        assertThat(meters.value(MeterName.RECOVERIES, "daemon=daemon")).contains(2.0);
        assertThat(meters.value(MeterName.RECOVERIES, "daemon=other")).contains(1.0);
    }

    @Test
    void workThatWaitsAndHowLongTheFirstHasWaitedAreShown() {
        WorkFigures.register(meters.registry(), () -> new Backlog(7, Duration.ofMillis(2_500)));

        assertThat(meters.value(MeterName.WAITING)).contains(7.0);
        assertThat(meters.value(MeterName.LONGEST_WAIT)).contains(2.5);
    }
}
