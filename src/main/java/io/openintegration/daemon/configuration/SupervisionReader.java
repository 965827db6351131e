package io.openintegration.daemon.configuration;

import static io.openintegration.daemon.configuration.OperationDeadlines.LONGEST;
import static io.openintegration.daemon.configuration.OperationDeadlines.SHORTEST;
import static io.openintegration.daemon.configuration.OperationDeadlines.SHORTEST_HEARTBEAT;

import io.openintegration.daemon.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code restartPolicy}, {@code operationDeadlines}, {@code removal}, {@code approval} and {@code fullComparisonInterval}, which
 * a daemon, a service and a connector may have.
 */
final class SupervisionReader {

    private SupervisionReader() {}

    /** What the section says; where it says nothing, field by field, what holds around it. */
    static Supervision read(Section section, Supervision around, List<Message> warnings) {
        RestartPolicy policy =
                section.choice("restartPolicy", RestartPolicy.class).orElse(around.restartPolicy());
        return new Supervision(
                policy,
                deadlines(section.section("operationDeadlines"), around.deadlines(), warnings),
                RemovalReader.limits(section.section("removal"), around.removal(), warnings),
                approval(section.section("approval"), around.approval(), warnings),
                comparison(section, around.comparison()));
    }

    /** An interval of nothing would be every refresh; it is how a section says that what holds around it is not for it. */
    private static FullComparison comparison(Section section, FullComparison around) {
        return new TimeFields(section)
                .duration("fullComparisonInterval", Duration.ZERO, FullComparison.LONGEST)
                .map(interval -> new FullComparison(Optional.of(interval).filter(any -> !any.isZero())))
                .orElse(around);
    }

    private static Approval approval(Section section, Approval around, List<Message> warnings) {
        boolean given = section.has("changesAbove");
        int most = (int) section.number("changesAbove", Approval.MOST, 0, Approval.MOST);
        section.reportUnknownFields(warnings::add);
        return given ? new Approval(OptionalInt.of(most)) : around;
    }

    private static OperationDeadlines deadlines(Section section, OperationDeadlines around, List<Message> warnings) {
        TimeFields times = new TimeFields(section);
        OperationDeadlines deadlines = new OperationDeadlines(
                times.duration("initialize", SHORTEST, LONGEST).orElse(around.initialize()),
                times.duration("start", SHORTEST, LONGEST).orElse(around.start()),
                times.duration("refresh", SHORTEST, LONGEST).orElse(around.refresh()),
                times.duration("heartbeat", SHORTEST_HEARTBEAT, LONGEST).or(around::heartbeat));
        section.reportUnknownFields(warnings::add);
        return deadlines;
    }
}
