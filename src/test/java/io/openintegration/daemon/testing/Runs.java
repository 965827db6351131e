package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Refreshes for tests of what keeps them. */
public final class Runs {

    public static final Instant NOON = Instant.parse("2025-11-22T12:00:00.123Z");

    private Runs() {}

    /** One that began so many minutes after noon. */
    public static RunReport begun(String connector, int minute) {
        return RunReport.begun(
                new RunId(UUID.randomUUID()),
                new ConnectorName(connector),
                RunTrigger.SCHEDULE,
                Optional.empty(),
                NOON.plus(Duration.ofMinutes(minute)));
    }

    /** The same, a minute later. */
    public static RunReport ended(RunReport begun, RunOutcome how) {
        return begun.ended(
                how, ReconcileReport.NOTHING, Optional.empty(), begun.begin().plus(Duration.ofMinutes(1)));
    }

    public static RunReport ended(String connector, int minute, RunOutcome how) {
        return ended(begun(connector, minute), how);
    }

    /** One with all that can be told of it, with that text wherever there is any. */
    public static RunReport full(String text) {
        return RunReport.begun(
                        new RunId(UUID.randomUUID()),
                        new ConnectorName(text),
                        RunTrigger.REQUEST,
                        Optional.of(new UserId(text)),
                        NOON)
                .ended(
                        RunOutcome.FAILED,
                        new ReconcileReport(1, 2, 3, 4, 5, 6, List.of(message(text), message("{0} " + text)), 7),
                        Optional.of(new Failure(message(text), FailureOrigin.THIRD_PARTY)),
                        NOON.plusMillis(1));
    }

    /** Messages as they come back, which are not of the definition that they were said with. */
    public static List<String> told(RunReport run) {
        return Stream.concat(run.report().problems().stream(), run.failure().map(Failure::message).stream())
                .flatMap(message -> Stream.of(
                        message.toString(),
                        message.definition().text().systemAction(),
                        message.definition().text().userAction(),
                        Integer.toString(message.definition().text().httpCode())))
                .toList();
    }

    /** What else there is to tell. */
    public static RunReport untold(RunReport run) {
        ReconcileReport report = run.report();
        return new RunReport(
                run.id(),
                run.connector(),
                run.trigger(),
                run.requestedBy(),
                run.begin(),
                run.end(),
                run.outcome(),
                new ReconcileReport(
                        report.created(),
                        report.updated(),
                        report.removed(),
                        report.restored(),
                        report.unchanged(),
                        report.heldBack(),
                        List.of(),
                        report.problemCount()),
                run.failure().map(failure -> new Failure(message("left out"), failure.origin())));
    }

    public static Message message(String text) {
        return new Message(
                new Said(MessageText.error("TEST-404-001", 404, "It is {0}", "None: " + text, "Look")), List.of(text));
    }

    private record Said(MessageText text) implements MessageDefinition {}
}
