package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes the steps of one {@link ConnectionTest}: measures each, makes its outcome of what it returns or throws, and tells of it. What a
 * step throws as a {@link ConnectorException} is why it failed; anything else is a defect of the connector, and passed on. For one thread.
 */
public final class ConnectionTestSteps {

    /** How a step ended that nothing was thrown by. */
    public record Result(Outcome outcome, Optional<Message> message) {

        public static final Result PASSED = new Result(Outcome.PASSED, Optional.empty());

        /** It turned out that there was nothing to be tried. */
        public static final Result SKIPPED = new Result(Outcome.SKIPPED, Optional.empty());

        public static Result warning(Message message) {
            return new Result(Outcome.WARNING, Optional.of(message));
        }

        /** Where the reason is known without an exception. */
        public static Result failed(Message message) {
            return new Result(Outcome.FAILED, Optional.of(message));
        }
    }

    private final String shown;
    private final Clock clock;
    private final Consumer<ConnectionTestStep> told;

    /**
     * @param shown the third party, as the subject of steps that are not taken; no secret, not blank
     * @param told as {@link ConnectionTest#run} was given it
     */
    public ConnectionTestSteps(String shown, Clock clock, Consumer<ConnectionTestStep> told) {
        this.shown = shown;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Takes a step, and tells of it.
     *
     * @return whether what needs this step can be tried: that it did not fail
     */
    public boolean take(Kind kind, String subject, Supplier<Result> step) {
        ConnectionTestStep taken = taken(kind, subject, step);
        tell(taken);
        return taken.outcome() != Outcome.FAILED;
    }

    /** The same for a step that passes or fails. */
    public boolean take(Kind kind, String subject, Runnable step) {
        return take(kind, subject, () -> {
            step.run();
            return Result.PASSED;
        });
    }

    /** Takes a step that is told of later, or as another one: where a library does at once what is several steps. */
    public ConnectionTestStep taken(Kind kind, String subject, Supplier<Result> step) {
        Instant begin = clock.instant();
        Result result;
        try {
            result = step.get();
        } catch (ConnectorException failure) {
            result = Result.failed(failure.reason());
        }
        Duration took = Duration.between(begin, clock.instant());
        return new ConnectionTestStep(
                kind,
                subject,
                result.outcome(),
                took.isNegative() || result.outcome() == Outcome.SKIPPED ? Duration.ZERO : took,
                result.message());
    }

    public void tell(ConnectionTestStep taken) {
        told.accept(taken);
    }

    /** Tells of steps that are not taken: one that they need failed, or they do not apply. */
    public void skip(Kind... kinds) {
        for (Kind kind : kinds) {
            take(kind, shown, () -> Result.SKIPPED);
        }
    }
}
