package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.CancelledException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the steps of one connection test, and tells how they ended. */
final class Steps {

    /** What one step does. */
    interface Step {
        Result take() throws SQLException;
    }

    /** How a step ended that nothing was thrown by. */
    record Result(Outcome outcome, Optional<Message> message) {

        static final Result PASSED = new Result(Outcome.PASSED, Optional.empty());
        static final Result SKIPPED = new Result(Outcome.SKIPPED, Optional.empty());

        static Result warning(Message message) {
            return new Result(Outcome.WARNING, Optional.of(message));
        }

        static Result failed(Message message) {
            return new Result(Outcome.FAILED, Optional.of(message));
        }
    }

    private final DatabasePlace place;
    private final Clock clock;
    private final Consumer<ConnectionTestStep> told;

    Steps(DatabasePlace place, Clock clock, Consumer<ConnectionTestStep> told) {
        this.place = place;
        this.clock = clock;
        this.told = told;
    }

    /** Returns how it ended: what is thrown is a failure. */
    Outcome take(Kind kind, String subject, Step step) {
        ConnectionTestStep taken = carriedOut(kind, subject, step);
        told.accept(taken);
        return taken.outcome();
    }

    /** The same, to be told later. */
    ConnectionTestStep carriedOut(Kind kind, String subject, Step step) {
        Instant begin = clock.instant();
        Result result = resultOf(step);
        Duration took = Duration.between(begin, clock.instant());
        return new ConnectionTestStep(
                kind,
                subject,
                result.outcome(),
                took.isNegative() || result.outcome() == Outcome.SKIPPED ? Duration.ZERO : took,
                result.message());
    }

    void tell(ConnectionTestStep step) {
        told.accept(step);
    }

    /** Steps that are not taken. */
    void skip(Kind... kinds) {
        for (Kind kind : kinds) {
            take(kind, place.shown(), () -> Result.SKIPPED);
        }
    }

    private Result resultOf(Step step) {
        try {
            return step.take();
        } catch (ConnectorException failure) {
            return Result.failed(failure.reason());
        } catch (SQLException failure) {
            return Result.failed(place.failed(failure).reason());
        } catch (CancelledException ended) {
            return Result.failed(place.ended(ended).reason());
        }
    }
}
