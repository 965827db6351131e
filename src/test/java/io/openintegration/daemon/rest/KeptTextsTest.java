package io.openintegration.daemon.rest;

import static io.openintegration.daemon.rest.ReportedConnector.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which texts are made anew. */
class KeptTextsTest {

    private final ConnectorReport waiting = new ReportedConnector(ConnectorStatus.WAITING)
            .worked(ReconcileReport.NOTHING)
            .report();
    private final ConnectorName name = waiting.slot().name();
    private final KeptTexts texts = new KeptTexts(ConnectorJson::of);

    @Test
    void textIsThatOfTheForm() {
        assertThat(text(waiting)).isEqualTo(ConnectorJson.of(waiting).toString());
    }

    @Test
    void whatIsAsItWasIsNotToldAnew() {
        String first = text(waiting);

        assertThat(text(copy(waiting))).isSameAs(first);
    }

    @Test
    void everyChangeIsTold() {
        ConnectorReport stopped = new ReportedConnector(ConnectorStatus.STOPPED).report();
        ConnectorReport refreshing = new ReportedConnector(ConnectorStatus.WAITING)
                .refreshing(RunTrigger.SCHEDULE, Optional.empty())
                .report();
        tells(stopped.slot(), waiting.state(), TargetState.STARTED, Optional.empty(), Optional.empty());
        tells(waiting.slot(), waiting.state(), TargetState.STARTED, Optional.empty(), Optional.empty());
        tells(waiting.slot(), stopped.state(), TargetState.STARTED, Optional.empty(), Optional.empty());
        tells(waiting.slot(), stopped.state(), TargetState.PAUSED, Optional.empty(), Optional.empty());
        tells(waiting.slot(), stopped.state(), TargetState.PAUSED, Optional.of(TIME), Optional.empty());
        tells(waiting.slot(), stopped.state(), TargetState.PAUSED, Optional.of(TIME), refreshing.run());
        tells(waiting.slot(), stopped.state(), TargetState.PAUSED, Optional.of(TIME), Optional.empty());
    }

    private void tells(
            ConnectorSlot slot,
            ConnectorState state,
            TargetState target,
            Optional<Instant> nextRefresh,
            Optional<RunReport> run) {
        ConnectorReport report = new ConnectorReport(slot, state, target, nextRefresh, run);
        assertThat(text(report)).isEqualTo(ConnectorJson.of(report).toString());
    }

    private static ConnectorReport copy(ConnectorReport report) {
        return new ConnectorReport(report.slot(), report.state(), report.target(), report.nextRefresh(), report.run());
    }

    private String text(ConnectorReport report) {
        return texts.of(ReportedConnector.DAEMON, List.of(report))
                .get(name)
                .rawValue()
                .toString();
    }
}
